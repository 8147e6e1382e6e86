package peel.importing;

import java.util.List;

/**
 * Rows can't be imported. The message says where and why, on one line; nothing of their file was
 * stored.
 */
public class DatasetException extends RuntimeException {

    private final transient List<String> problems;
    private final long count;

    public DatasetException(String message) {
        this(message, null);
    }

    public DatasetException(String message, Throwable cause) {
        // Thousands may be made for one file; the message says where in it.
        super(message, cause, true, false);
        this.problems = List.of(message);
        this.count = 1;
    }

    /**
     * Several errors of one file.
     *
     * @param problems the first of them, one line each
     * @param count how many there are
     */
    DatasetException(List<String> problems, long count) {
        super(problems.get(0) + (count > 1 ? " (and " + (count - 1) + " more errors)" : ""), null, true, false);
        this.problems = List.copyOf(problems);
        this.count = count;
    }

    /** The first errors, one line each. */
    public List<String> problems() {
        return problems;
    }

    /** How many errors there are; {@link #problems} may hold fewer. */
    public long count() {
        return count;
    }

    /**
     * An error in one cell.
     *
     * @param file the file's name
     * @param line counted from 1, the header being the first
     * @param column the column's name
     * @param reason what is wrong with the value
     */
    static DatasetException at(String file, long line, String column, String reason) {
        return new DatasetException(file + ", line " + line + ", column " + column + ": " + reason);
    }
}
