package peel.importing;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes CSV apart after RFC 4180: records end with LF, CRLF or CR, a quoted cell may hold all of
 * them. Written by hand since files have millions of rows: one pass over a buffer, no look at a
 * character twice.
 */
final class CsvParser {

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A cell longer than that is a quote that was never closed. */
    private static final int LONGEST_CELL = 10_000_000;

    private final String name;
    private final Reader reader;
    private final char[] buffer = new char[1 << 15];
    private int next;
    private int limit;

    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private long line = 1;
    private long recordLine;
    private boolean started;

    CsvParser(String name, Reader reader) {
        this.name = name;
        this.reader = reader;
    }

    /** The line on which the latest record begins, from 1. */
    long line() {
        return recordLine;
    }

    /**
     * The cells of the next record, null where a cell is empty; or null at the end.
     *
     * @throws DatasetException if the record is malformed, which ends the reading
     */
    String[] next() throws IOException {
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

    /** Reads an unquoted cell and what ends it. */
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

    /** Reads a quoted cell and what ends it. */
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
                throw new DatasetException(name + ", line " + recordLine + ": a quoted cell is never closed");
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
                    + ": text follows the closing quote of a cell: double the quotes inside of"
                    + " it");
        }
        next++;
        return end;
    }

    /** At the buffer's end the line feed is counted, so the return isn't. */
    private boolean isBeforeLineFeed() {
        return next + 1 == limit || buffer[next + 1] == '\n';
    }

    private DatasetException zero() {
        return new DatasetException(name + ", line " + line + ": holds a zero byte, it is no text");
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
                    + " characters, a quote may not be closed");
        }
    }

    /** The next character without taking it. */
    private int peek() throws IOException {
        if (next == limit) {
            next = 0;
            limit = Math.max(0, reader.read(buffer, 0, buffer.length));
        }
        return next == limit ? END : buffer[next];
    }
}
