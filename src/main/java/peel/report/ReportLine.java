package peel.report;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A line of a report's text.
 *
 * @param number its number in the file, from 1
 * @param filePage the page of the file it stands on, from 1
 * @param text the line as printed
 */
@Description("A line of a report's text.")
public record ReportLine(
        @NonNull @Description("Its number in the file, counted from 1: what lineFrom and lineTo of a source count.")
        int number,

        @NonNull @Description("The page of the file it stands on, counted from 1.")
        int filePage,

        @NonNull @Description("The line as it stands in the file, blanks and all, without its end.")
        String text) {}
