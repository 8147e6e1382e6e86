package peel.reading.layout;

import peel.reading.text.Line;
import peel.reading.text.ReportText;

/** The lines of a report with their sheets and roles. Lines are addressed by index, from 0. */
final class ReportLines {

    private final ReportText report;
    private final int[] sheets;
    private final LineRoles roles;

    ReportLines(ReportText report) {
        this.report = report;
        this.sheets = Sheets.of(report);
        this.roles = LineRoles.of(report.lines(), sheets);
    }

    ReportText report() {
        return report;
    }

    int size() {
        return report.lines().size();
    }

    Line get(int index) {
        return report.lines().get(index);
    }

    int[] sheets() {
        return sheets;
    }

    LineRoles roles() {
        return roles;
    }

    LineRole role(int index) {
        return roles.get(index);
    }

    String tidy(int index) {
        return LineText.tidy(get(index).text());
    }

    /** The end, exclusive, of the block of body lines that starts at an index and ends with its sheet. */
    int blockEnd(int from) {
        int to = from;
        while (to < size() && role(to) == LineRole.BODY && sheets[to] == sheets[from]) {
            to++;
        }
        return to;
    }

    /** The lines of a possible heading, joined, without a footnote mark or colon at the end. */
    String joined(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? " " : "").append(tidy(i));
        }
        return Headings.bare(text.toString());
    }

    /** Whether the lines up to the end of a block are nothing but a grade. */
    boolean isGrade(int from, int end) {
        return end - from <= 2 && Headings.grade(tidy(from) + (end - from == 2 ? " " + tidy(from + 1) : ""));
    }
}
