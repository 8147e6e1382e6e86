package peel.reading.layout;

import java.util.List;
import java.util.regex.Pattern;
import peel.reading.text.Line;

/** Finds the lines of tables, which may be far from their captions. */
final class Tables {

    private static final Pattern BESIDE =
            Pattern.compile("\\s*(?:(?:Figure|Table)\\s+\\d+\\s*[:.–-]|Sources?:|Notes?:|[*†‡•]).*");
    private static final Pattern WIDE_GAP = Pattern.compile("\\S {8,}\\S");
    private static final int LONGEST = 400;
    private static final int CAPTION_LINES = 4;
    private static final int HEADER_LINES = 8;

    private final List<Line> lines;
    private final int[] sheets;
    private final LineRole[] roles;

    private Tables(List<Line> lines, int[] sheets, LineRole[] roles) {
        this.lines = lines;
        this.sheets = sheets;
        this.roles = roles;
    }

    /**
     * Marks the lines of tables.
     *
     * @param sheets the sheet of each line
     * @param roles the role of each line; the roles of lines of tables are changed
     */
    static void mark(List<Line> lines, int[] sheets, LineRole[] roles) {
        Tables tables = new Tables(lines, sheets, roles);
        for (int i = 0; i < lines.size(); i++) {
            if (roles[i] == LineRole.BODY && tables.row(i)) {
                i = tables.markFrom(i);
            }
        }
    }

    /** Whether a line is certainly a row, and not a grade with a note on its year. */
    private boolean row(int index) {
        String text = lines.get(index).text();
        TableLine line = TableLine.of(text);
        return text.length() <= LONGEST
                && !BESIDE.matcher(text).matches()
                && line.certain()
                && !Headings.grade(LineText.tidy(line.label()))
                && (alone(index) || nextToRow(index))
                && !endsCaption(index);
    }

    /** Whether a line closes a bracket of the caption directly above, and ends with footnote marks instead of cells. */
    private boolean endsCaption(int index) {
        String text = lines.get(index).text();
        int close = text.indexOf(')');
        int open = text.indexOf('(');
        if (close < 0 || open >= 0 && open < close) {
            return false;
        }
        for (int i = index - 1; i >= 0 && index - i <= CAPTION_LINES && roles[i] == LineRole.BODY; i--) {
            if (BESIDE.matcher(lines.get(i).text()).matches()) {
                return true;
            }
        }
        return false;
    }

    private boolean certain(int index, int sheet) {
        return index >= 0
                && index < lines.size()
                && sheets[index] == sheet
                && TableLine.of(lines.get(index).text()).certain();
    }

    private boolean nextToRow(int index) {
        int sheet = sheets[index];
        return certain(index - 1, sheet) || certain(index + 1, sheet);
    }

    private boolean alone(int index) {
        return isSeparate(index, index - 1) && isSeparate(index, index + 1);
    }

    /** Whether the text of a line is separated from a neighbouring line. */
    private boolean isSeparate(int index, int neighbour) {
        return neighbour < 0
                || neighbour >= lines.size()
                || sheets[neighbour] != sheets[index]
                || roles[neighbour] != LineRole.BODY;
    }

    /** Marks the table around a row; returns its last line. */
    private int markFrom(int row) {
        int sheet = sheets[row];
        int first = firstLine(row, sheet);
        int last = row;
        for (int i = row + 1; i < lines.size() && sheets[i] == sheet; i++) {
            if (roles[i] == LineRole.BLANK) {
                continue;
            }
            if (roles[i] != LineRole.BODY || !tabular(i)) {
                break;
            }
            if (row(i) || i - last <= 2 && certain(i, sheet) || nextToTable(i) && looseRow(i)) {
                last = i;
            }
        }
        for (int i = first; i <= last; i++) {
            if (roles[i] == LineRole.BODY) {
                roles[i] = LineRole.TABLE;
            }
        }
        return last;
    }

    /** The first line of the header above a row. */
    private int firstLine(int row, int sheet) {
        int first = row;
        int seen = 0;
        for (int i = row - 1; i >= 0 && sheets[i] == sheet; i--) {
            if (roles[i] == LineRole.BLANK) {
                continue;
            }
            if (roles[i] != LineRole.BODY || !tabular(i) || ++seen > HEADER_LINES) {
                return seen > HEADER_LINES ? row : first;
            }
            first = i;
        }
        return first;
    }

    private boolean nextToTable(int index) {
        return alone(index) || nextToRow(index);
    }

    /** Whether a line may be a row with missing cells. */
    private boolean looseRow(int index) {
        String text = lines.get(index).text();
        TableLine line = TableLine.of(text);
        return !line.cells().isEmpty()
                || LineText.indent(text) >= 3
                || WIDE_GAP.matcher(text).find();
    }

    /** Whether a line may be inside a table, so that it is no sentence, caption, note or heading. */
    private boolean tabular(int index) {
        String text = lines.get(index).text();
        if (text.length() > LONGEST || BESIDE.matcher(text).matches()) {
            return false;
        }
        String tidy = LineText.tidy(text);
        return tidy.length() <= 120
                && !tidy.endsWith(".")
                && !tidy.endsWith(":")
                && !tidy.endsWith("?")
                && Headings.named(tidy) == null
                && !Headings.grade(tidy);
    }
}
