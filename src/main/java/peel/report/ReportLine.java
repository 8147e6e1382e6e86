package peel.report;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Line of a report's text.")
public record ReportLine(
        @NonNull @Description(
                "Line number, counted from 1. `lineFrom` and `lineTo` elsewhere in the schema refer to these numbers.")
        int number,

        @NonNull @Description("Page of the file that the line is on, counted from 1.")
        int filePage,

        @NonNull @Description("Text of the line exactly as in the file, including spaces, without the line break.")
        String text) {}
