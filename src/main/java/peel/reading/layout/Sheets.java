package peel.reading.layout;

import java.util.List;
import java.util.regex.Pattern;
import peel.reading.text.Line;
import peel.reading.text.ReportText;
import peel.reading.text.TextFormat;

/**
 * The sheets on which a report was set. In most files these are the pages of the file. In a PDF that was made from
 * plain text, they are the pages of that text, whose first lines begin with one blank.
 */
final class Sheets {

    private static final Pattern ENDS_SHEET = Pattern.compile("\\s*\\d{1,3}\\s*|.*https?://\\S+\\s*");

    /** The number of lines beginning with one blank from which they mark sheets. */
    private static final int LEAST = 3;

    /** Lines with text that few sheets are shorter than. */
    private static final int SHORT_SHEET = 3;

    private Sheets() {}

    /** Returns the sheet of each line, from 1. */
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
                if (before != null && (opens(line) || before.page() != line.page() && !continues(before, line))) {
                    sheet++;
                }
                before = line;
            }
            sheets[i] = sheet;
        }
        return sheets;
    }

    /** Whether a sentence or footnote continues across the end of a page of the file. */
    private static boolean continues(Line before, Line line) {
        return LineText.endsMidSentence(LineText.tidy(before.text()))
                && LineText.startsMidSentence(LineText.tidy(line.text()))
                && !ENDS_SHEET.matcher(before.text()).matches()
                && !ENDS_SHEET.matcher(line.text()).matches();
    }

    private static boolean opens(Line line) {
        return LineText.indent(line.text()) == 1;
    }

    private static boolean marked(List<Line> lines) {
        long opening = 0;
        long near = 0;
        long filled = 0;
        long last = -SHORT_SHEET;
        for (Line line : lines) {
            if (!LineText.blank(line.text())) {
                filled++;
                if (opens(line)) {
                    opening++;
                    near += filled - last < SHORT_SHEET ? 1 : 0;
                    last = filled;
                }
            }
        }
        // Rows of tables and items of lists may be indented by the width of one blank, too, but stand together.
        return opening >= LEAST && opening * 4 <= filled && near * 5 <= opening;
    }
}
