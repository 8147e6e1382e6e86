package peel.importing.input;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses CSV as defined by RFC 4180: records end with LF, CRLF or CR, and a quoted cell may contain any of
 * them. Written by hand because files have millions of rows: it passes over a buffer once and looks at no
 * character twice.
 */
public final class CsvParser {

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A longer cell is taken for a quote that was never closed. */
    private static final int LONGEST_CELL = 10_000_000;

    private final String name;
    private final Reader reader;
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

    /** The line on which the latest record begins, from 1. */
    public long line() {
        return recordLine;
    }

    /**
     * The cells of the next record, null where a cell is empty; or null at the end of the file.
     *
     * @throws DatasetException if the record is malformed; nothing can be read after that
     */
    public @Nullable String @Nullable [] next() throws IOException {
        if (!started) {
            started = true;
            if (peek() == BYTE_ORDER_MARK) {
                next++;
            }
        }
        recordLine = line;
        if (peek() == END) {
            return null;
        }
        cells.clear();
        int end;
        do {
            end = peek() == '"' ? quoted() : plain();
        } while (end == ',');
        if (end == '\r' && peek() == '\n') {
            next++;
        }
        line++;
        return cells.toArray(new String[0]);
    }

    /** Reads an unquoted cell and returns the character that ends it. */
    private int plain() throws IOException {
        cell.setLength(0);
        while (true) {
            int from = next;
            while (next < limit) {
                char c = buffer[next];
                if (c == ',' || c == '\n' || c == '\r') {
                    add(from);
                    next++;
                    return c;
                }
                if (c == 0) {
                    throw zero();
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
                throw new DatasetException(name + ", line " + recordLine + ": a quoted cell has no closing quote");
            }
        }
        cells.add(cell.length() == 0 ? null : cell.toString());
        int end = peek();
        if (end == END) {
            return END;
        }
        if (end != ',' && end != '\n' && end != '\r') {
            throw new DatasetException(name
                    + ", line "
                    + line
                    + ": text follows the closing quote of a cell: double the quotes inside a cell");
        }
        next++;
        return end;
    }

    /** At the end of the buffer, where the next character is not known yet, a line feed is assumed. */
    private boolean isBeforeLineFeed() {
        return next + 1 == limit || buffer[next + 1] == '\n';
    }

    private DatasetException zero() {
        return new DatasetException(name + ", line " + line + ": contains a zero byte, so the file is not text");
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
            throw new DatasetException(name
                    + ", line "
                    + recordLine
                    + ": a cell is longer than "
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
