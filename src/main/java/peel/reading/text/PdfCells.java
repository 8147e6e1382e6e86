package peel.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import peel.reading.text.PdfPage.Printed;

/**
 * Joins the cells of a table's row. A PDF has one cell after the other; where one takes several lines, the next one
 * begins beside it, further up.
 */
final class PdfCells {

    private static final Pattern FIGURES = Pattern.compile("\\s*[-–+£]?\\d[\\d.,%]*(?:\\s+[-–+£]?\\d[\\d.,%]*)*\\s*");
    private static final Pattern WIDE_GAP = Pattern.compile("\\S\\s{3,}\\S");

    /** Lines of a cell; text in columns has more. */
    private static final int MOST_LINES = 4;

    /** Cells from which a row without figures is one of a table, and not of two columns of text. */
    private static final int LEAST_CELLS = 3;

    private final List<Printed> lines;

    private PdfCells(List<Printed> lines) {
        this.lines = lines;
    }

    /** Returns a page's lines, those of each row as one. */
    static List<Printed> joined(List<Printed> lines) {
        return new PdfCells(lines).joined();
    }

    private List<Printed> joined() {
        List<Printed> joined = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int end = i > 0 && isBeside(lines.get(i - 1), lines.get(i)) ? rowEnd(i) : i;
            if (end == i) {
                joined.add(lines.get(i));
                i++;
                continue;
            }
            int first = firstCell(i);
            for (int line = first; line < i; line++) {
                joined.remove(joined.size() - 1);
            }
            joined.add(row(first, end));
            i = end;
        }
        return joined;
    }

    /** Whether a line begins to the right of the line before it, and not below. */
    private static boolean isBeside(Printed before, Printed line) {
        return line.left > before.right && line.baseline <= before.baseline + 0.4f * line.size;
    }

    /** The first line of the cell that ends before a line. */
    private int firstCell(int beside) {
        Printed line = lines.get(beside);
        Printed last = lines.get(beside - 1);
        int first = beside - 1;
        float middle = line.baseline - (last.baseline - line.baseline) - 0.3f * line.size;
        while (first > 0
                && beside - first < MOST_LINES
                && Math.abs(lines.get(first).baseline - line.baseline) > 0.2f * line.size
                && isBelow(lines.get(first - 1), lines.get(first))
                && lines.get(first - 1).right < line.left
                && lines.get(first - 1).baseline >= middle) {
            first--;
        }
        return first;
    }

    private static boolean isBelow(Printed line, Printed next) {
        float step = next.baseline - line.baseline;
        return step > 0.4f * line.size && step < 1.8f * line.size;
    }

    /** The end, exclusive, of the row of which a line begins the second cell; the same index if it is none. */
    private int rowEnd(int second) {
        int first = firstCell(second);
        boolean figures = false;
        int cells = 1;
        for (int i = first; i < second; i++) {
            cells += WIDE_GAP.matcher(lines.get(i).text).find() ? 1 : 0;
        }
        int end = second;
        while (end < lines.size() && isBeside(lines.get(end - 1), lines.get(end))) {
            int from = end;
            end++;
            while (end < lines.size()
                    && end - from <= MOST_LINES
                    && isBelow(lines.get(end - 1), lines.get(end))
                    && lines.get(end).left > lines.get(second - 1).right
                    && lines.get(end).baseline <= lines.get(second - 1).baseline + 0.8f * lines.get(end).size) {
                end++;
            }
            if (end - from > MOST_LINES) {
                return second;
            }
            cells++;
            figures |= FIGURES.matcher(lines.get(from).text).matches();
        }
        return figures || cells >= LEAST_CELLS ? end : second;
    }

    private Printed row(int from, int to) {
        Printed row = lines.get(from).copy();
        for (int i = from + 1; i < to; i++) {
            row.append(lines.get(i), isBeside(lines.get(i - 1), lines.get(i)));
        }
        return row;
    }
}
