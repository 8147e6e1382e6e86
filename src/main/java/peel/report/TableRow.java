package peel.report;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Row of a figure's table.")
public record TableRow(
        @NonNull @Description("Number of the row's line in the report's text, counted from 1.")
        int line,

        @NonNull @Description("Cells as printed. Leading spaces that indent a sub-row are kept.")
        List<@NonNull String> cells) {

    /** The row that a passage is. */
    static TableRow of(ReportPassage passage) {
        return new TableRow(passage.lineFrom, List.of(passage.text.split("\t", -1)));
    }
}
