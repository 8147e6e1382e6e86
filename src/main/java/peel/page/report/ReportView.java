package peel.page.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.page.Choice;
import peel.page.PageLink;
import peel.page.PageTable;

/**
 * A part of a report as it is read.
 *
 * @param about force and inspection
 * @param publication the publication, with a link if its address is known
 * @param contents the headings of the whole report
 * @param parts links to all parts, none if this is the whole report
 * @param earlier the address of the part before, null if there is none
 * @param later the address of the part after, null if there is none
 * @param taken what was taken from the report and where it stands
 * @param footnotes the footnotes that stand in this part
 * @param remarks contradictions, and sentences that were not understood, of the whole report
 */
public record ReportView(
        List<PageLink> about,
        String publication,
        @Nullable String url,
        List<PageLink> contents,
        List<Choice> parts,
        @Nullable String earlier,
        @Nullable String later,
        PageTable taken,
        List<Note> footnotes,
        List<Note> remarks,
        List<Line> lines) {

    /** A text and a link to the line where it stands. */
    public record Note(String text, int line, String href) {}

    /** A line of the file. */
    public record Line(int number, String text) {}
}
