package peel.importing.input;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses CSV as defined by RFC 4180: records end with LF, CRLF or CR, and a quoted cell may contain any of
 * them. As spreadsheets write them, cells may also be separated by semicolons, tabs or vertical lines, a first line may
 * name the separator ({@code sep=;}), and blank lines are skipped. Written by hand because files have millions of rows: it
 * passes over a buffer once and looks at no character of a cell twice.
 */
public final class CsvParser {

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A longer cell is taken for a quote that was never closed. */
    private static final int LONGEST_CELL = 10_000_000;

    /** More than the columns of a spreadsheet. */
    private static final int MOST_CELLS = 20_000;

    /** What may separate cells; the first of those that are equally frequent in the header does. */
    private static final String SEPARATORS = ",;\t|";

    private static final String SEPARATOR_LINE = "sep=";

    private final String name;
    private final Reader reader;
    private List<String> header = List.of();
    private char separator = ',';
    private final char[] buffer = new char[1 << 15];
    private int next;
    private int limit;

    private final List<@Nullable String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private long line = 1;
    private long recordLine;
    private boolean started;

    public CsvParser(String name, Reader reader) {
        this.name = name;
        this.reader = reader;
    }

    /** Names the columns, for messages. */
    public void nameColumns(List<String> names) {
        header = names;
    }

    /** The line on which the latest record begins, from 1. */
    public long line() {
        return recordLine;
    }

    /**
     * The cells of the next record that is not a blank line, null where a cell is empty; or null at the end of the file.
     *
     * @throws DatasetException if the record is malformed; nothing can be read after that
     */
    public @Nullable String @Nullable [] next() throws IOException {
        if (!started) {
            started = true;
            start();
        }
        do {
            recordLine = line;
            if (peek() == END) {
                return null;
            }
            cells.clear();
            int end;
            do {
                if (cells.size() == MOST_CELLS) {
                    throw new DatasetException(place(line) + "a line has more than " + MOST_CELLS + " cells");
                }
                end = peek() == '"' ? quoted() : plain();
            } while (end == separator);
            if (end == '\r' && peek() == '\n') {
                next++;
            }
            line++;
        } while (isBlankLine());
        return cells.toArray(new String[0]);
    }

    private boolean isBlankLine() {
        return cells.size() == 1 && (cells.get(0) == null || cells.get(0).isBlank());
    }

    /** Skips a byte order mark and a line that names the separator, which otherwise the header shows. */
    private void start() throws IOException {
        while (limit < buffer.length) {
            int read = reader.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                break;
            }
            limit += read;
        }
        if (limit > 0 && buffer[0] == BYTE_ORDER_MARK) {
            next++;
        }
        int end = endOfLine(next);
        String first = new String(buffer, next, end - next).replace("\"", "");
        if (first.regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length())) {
            String named = first.substring(SEPARATOR_LINE.length());
            if (named.length() != 1 || SEPARATORS.indexOf(named.charAt(0)) < 0) {
                throw new DatasetException(name + ", line 1, column 1: the separator is " + InputRow.quoted(named)
                        + ", but must be a comma, a semicolon, a tab or a vertical line");
            }
            separator = named.charAt(0);
            next = end + (end < limit && buffer[end] == '\r' && end + 1 < limit && buffer[end + 1] == '\n' ? 2 : 1);
            next = Math.min(next, limit);
            line++;
        } else {
            separator = mostFrequentSeparator();
        }
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    /** No name of a column contains a separator, so that those in the header separate. */
    private char mostFrequentSeparator() {
        int from = next;
        while (from < limit && Character.isWhitespace(buffer[from]) && buffer[from] != '\t') {
            from++;
        }
        int[] counts = new int[SEPARATORS.length()];
        int end = endOfLine(from);
        for (int i = from; i < end; i++) {
            int found = SEPARATORS.indexOf(buffer[i]);
            if (found >= 0) {
                counts[found]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    /** The line and column of the cell that is being read. */
    private String place(long atLine) {
        int column = cells.size();
        return name + ", line " + atLine + ", column "
                + (column < header.size() ? header.get(column) : String.valueOf(column + 1)) + ": ";
    }

    /** Reads an unquoted cell and returns the character that ends it. */
    private int plain() throws IOException {
        cell.setLength(0);
        while (true) {
            int from = next;
            while (next < limit) {
                char c = buffer[next];
                if (c == separator || c == '\n' || c == '\r') {
                    add(from);
                    next++;
                    return c;
                }
                if (c == 0) {
                    throw zero();
                }
                if (c == '"' && isBlank(from)) {
                    throw new DatasetException(
                            place(line) + "a quoted cell begins with blanks: remove the blanks before the quote");
                }
                next++;
            }
            append(from);
            if (peek() == END) {
                add(next);
                return END;
            }
        }
    }

    /** Reads a quoted cell and returns the character that ends it. */
    private int quoted() throws IOException {
        cell.setLength(0);
        next++;
        while (true) {
            int from = next;
            while (next < limit && buffer[next] != '"') {
                char c = buffer[next];
                if (c == '\n' || c == '\r' && !isBeforeLineFeed()) {
                    line++;
                }
                if (c == 0) {
                    throw zero();
                }
                next++;
            }
            append(from);
            if (next < limit) {
                next++;
                if (peek() != '"') {
                    break;
                }
                cell.append('"');
                next++;
            } else if (peek() == END) {
                throw new DatasetException(place(recordLine) + "a quoted cell has no closing quote");
            }
        }
        int end = peek();
        if (end != END && end != separator && end != '\n' && end != '\r') {
            throw new DatasetException(
                    place(line) + "text follows the closing quote of a cell: double the quotes inside a cell");
        }
        cells.add(cell.length() == 0 ? null : cell.toString());
        if (end == END) {
            return END;
        }
        next++;
        return end;
    }

    /** At the end of the buffer, where the next character is not known yet, a line feed is assumed. */
    private boolean isBeforeLineFeed() {
        return next + 1 == limit || buffer[next + 1] == '\n';
    }

    /** Whether the cell has only blanks so far. */
    private boolean isBlank(int from) {
        for (int i = from; i < next; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return cell.toString().isBlank();
    }

    private DatasetException zero() {
        return new DatasetException(
                place(line) + "contains a zero byte: the file is not text, or is UTF-16; save it as UTF-8");
    }

    private void add(int from) {
        if (cell.length() == 0) {
            cells.add(next == from ? null : new String(buffer, from, next - from));
        } else {
            append(from);
            cells.add(cell.toString());
        }
    }

    private void append(int from) {
        cell.append(buffer, from, next - from);
        if (cell.length() > LONGEST_CELL) {
            throw new DatasetException(place(recordLine)
                    + "a cell is longer than "
                    + LONGEST_CELL
                    + " characters: a closing quote may be missing");
        }
    }

    /** The next character, which stays the next one. */
    private int peek() throws IOException {
        if (next == limit) {
            next = 0;
            limit = Math.max(0, reader.read(buffer, 0, buffer.length));
        }
        return next == limit ? END : buffer[next];
    }
}
