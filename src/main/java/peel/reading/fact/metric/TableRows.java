package peel.reading.fact.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import peel.reading.layout.Passage;

/**
 * The rows of a table whose labels may be broken over several lines.
 *
 * @param rows the rows with values, in order
 * @param heading the words of the lines without values, which are the column headings
 */
public record TableRows(List<TableRow> rows, String heading) {

    private static final Pattern GOES_ON =
            Pattern.compile("(?i).*(?:\\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|with)|[,/–-])");

    /** Characters of the longest label that is put together from lines. */
    private static final int LONGEST_LABEL = 200;

    /** Reads the lines of a table. */
    public static TableRows of(List<Passage> lines) {
        List<TableRow> rows = new ArrayList<>();
        StringBuilder heading = new StringBuilder();
        Passage above = null; // a line without values directly above
        for (Passage line : lines) {
            TableRow row = TableRowParser.parse(line);
            TableRow last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (row == null) {
                String text = line.text().strip();
                if (last != null && isNext(last.passage(), line) && isOpen(last.label(), text)) {
                    rows.set(rows.size() - 1, last.labelled(last.label() + " " + text));
                    above = null;
                } else {
                    heading.append(line.text()).append(' ');
                    above = line;
                }
                continue;
            }
            if (above != null && isNext(above, line)) {
                String text = above.text().strip();
                if (isOpen(text, row.label())) {
                    heading.setLength(heading.length() - above.text().length() - 1);
                    row = row.labelled(text + " " + row.label());
                } else if (last != null) {
                    row = row.below(text);
                }
            }
            above = null;
            rows.add(open(row.label()) == 0 ? row : row.below(""));
        }
        return new TableRows(List.copyOf(rows), heading.toString());
    }

    private static boolean isNext(@Nullable Passage before, Passage line) {
        return before != null && before.lines().to() + 1 == line.lines().from();
    }

    /** Whether a label goes on in the next line. */
    private static boolean isOpen(String label, String next) {
        if (label.length() + next.length() > LONGEST_LABEL) {
            return false;
        }
        boolean lower = !next.isEmpty() && Character.isLowerCase(next.charAt(0));
        boolean bracket = open(label) > 0 && open(label + " " + next) == 0;
        return lower || bracket || GOES_ON.matcher(label).matches();
    }

    private static int open(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        return open;
    }
}
