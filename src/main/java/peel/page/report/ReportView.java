package peel.page.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.page.PageLink;
import peel.page.PageTable;

/**
 * A report as it is read.
 *
 * @param about force and inspection
 * @param publication the publication, with a link if its address is known
 * @param contents the headings
 * @param taken what was taken from the report and where it stands
 * @param footnotes the footnotes with the lines of their marks
 * @param remarks contradictions and sentences that were not understood
 */
public record ReportView(
        List<PageLink> about,
        String publication,
        @Nullable String url,
        List<PageLink> contents,
        PageTable taken,
        List<Note> footnotes,
        List<Note> remarks,
        List<Line> lines) {

    /** A text and the line where it stands. */
    public record Note(String text, int line) {}

    /** A line of the file. */
    public record Line(int number, String text) {}
}
