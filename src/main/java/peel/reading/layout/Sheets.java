package peel.reading.layout;

import java.util.List;
import java.util.regex.Pattern;
import peel.reading.text.Line;
import peel.reading.text.ReportText;
import peel.reading.text.TextFormat;

/**
 * The sheets that a report was set on, as far as they can be told: its file's pages, and, in a PDF
 * that was made from plain text, the text's own pages, whose first line begins with one blank.
 */
final class Sheets {

    private static final Pattern ENDS_SHEET = Pattern.compile("\\s*\\d{1,3}\\s*|.*https?://\\S+\\s*");

    /** So many lines that begin with one blank are no accident. */
    private static final int LEAST = 3;

    private Sheets() {}

    /**
     * @param text a report's text
     * @return for each line the number of its sheet, from 1
     */
    static int[] of(ReportText text) {
        List<Line> lines = text.lines();
        if (text.format() != TextFormat.PDF || !marked(lines)) {
            return lines.stream().mapToInt(Line::page).toArray();
        }
        int[] sheets = new int[lines.size()];
        int sheet = 1;
        Line before = null; // the last line with text
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!LineText.blank(line.text())) {
                if (before != null && (opens(line) || before.page() != line.page() && !goesOn(before, line))) {
                    sheet++;
                }
                before = line;
            }
            sheets[i] = sheet;
        }
        return sheets;
    }

    /** Whether the paper ends inside the text's page, where a sentence or a footnote goes on. */
    private static boolean goesOn(Line before, Line line) {
        return LineText.unfinished(LineText.tidy(before.text()))
                && LineText.goesOn(LineText.tidy(line.text()))
                && !ENDS_SHEET.matcher(before.text()).matches()
                && !ENDS_SHEET.matcher(line.text()).matches();
    }

    private static boolean opens(Line line) {
        return LineText.indent(line.text()) == 1;
    }

    private static boolean marked(List<Line> lines) {
        long opening = 0;
        long filled = 0;
        for (Line line : lines) {
            if (!LineText.blank(line.text())) {
                filled++;
                if (opens(line)) {
                    opening++;
                }
            }
        }
        return opening >= LEAST && opening * 4 <= filled;
    }
}
