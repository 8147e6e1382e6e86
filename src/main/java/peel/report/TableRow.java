package peel.report;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A row of a figure's table.
 *
 * @param line the line it stands on
 * @param cells its cells
 */
@Description("A row of a figure's table.")
public record TableRow(
        @NonNull @Description("The line it stands on in the report's text.")
        int line,

        @NonNull @Description("Its cells as printed; the blanks that indent a sub-row are kept.")
        List<@NonNull String> cells) {

    /** The row that a passage is. */
    static TableRow of(ReportPassage passage) {
        return new TableRow(passage.lineFrom, List.of(passage.text.split("\t", -1)));
    }
}
