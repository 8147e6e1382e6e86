package peel.reading.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import peel.reading.phrase.MendedNumbers;

/**
 * A line of a table.
 *
 * @param label with the blanks by which it is indented
 * @param cells the cells at the end of the line: numbers, or marks for missing ones
 */
record TableLine(String label, List<String> cells) {

    private static final Pattern NUMBER =
            Pattern.compile("[-–+]?£?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,12})(?:\\.\\d{1,6})?[%m]?");
    private static final Pattern MISSING = Pattern.compile("(?i)n/?a|n\\.a\\.|[-–—*x]|\\.{2,3}|…|unknown");
    private static final Pattern GAP = Pattern.compile(" {2,}|\\t+");
    private static final int LONGEST = 400;

    /** Parses a line; there are no cells if the line does not end with any. */
    static TableLine of(String line) {
        String text = line.replace('\f', ' ').stripTrailing();
        if (text.length() > LONGEST) {
            return new TableLine(text, List.of());
        }
        List<String> cells = new ArrayList<>();
        int end = text.length();
        while (end > 0) {
            int from = end;
            while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
                from--;
            }
            String token = text.substring(from, end);
            if (from == 0 || !(number(token) || missing(token))) {
                break;
            }
            cells.add(token);
            end = from;
            while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        Collections.reverse(cells);
        return new TableLine(text.substring(0, end), List.copyOf(cells));
    }

    /** Whether a word is a number, even if a digit of it is damaged. */
    static boolean number(String token) {
        return NUMBER.matcher(MendedNumbers.inCell(token)).matches();
    }

    private static boolean missing(String token) {
        return MISSING.matcher(token).matches();
    }

    /** Whether the line is certainly a row: a label and at least two cells, one of which is a number. */
    boolean certain() {
        return cells.size() >= 2 && cells.stream().anyMatch(TableLine::number) && !LineText.blank(label);
    }

    /** The line with one tab between cells; the indent is kept. */
    String text() {
        int blanks = LineText.indent(label);
        String indent = blanks < 2 ? "" : " ".repeat(blanks); // one blank opens a page
        List<String> parts = new ArrayList<>();
        for (String part : GAP.split(label.strip())) {
            parts.add(LineText.tidy(part));
        }
        parts.addAll(cells);
        return indent + String.join("\t", parts);
    }
}
