package peel.importing.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows cannot be imported, and nothing of their file was stored. The message is one line that names the
 * place and the reason.
 */
public class DatasetException extends RuntimeException {

    private final transient List<String> problems;
    private final long count;

    public DatasetException(String message) {
        this(message, null);
    }

    public DatasetException(String message, @Nullable Throwable cause) {
        // Without a stack trace: one file may cause thousands, and the message names the line.
        super(message, cause, true, false);
        this.problems = List.of(message);
        this.count = 1;
    }

    /**
     * Several errors of one file.
     *
     * @param problems the first of them, one line each
     * @param count the number of all errors
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

    /** The number of errors, which may be more than {@link #problems} lists. */
    public long count() {
        return count;
    }

    /**
     * An error in one cell.
     *
     * @param line the line, from 1; the header is line 1
     * @param reason what is wrong with the value
     */
    public static DatasetException at(String file, long line, String column, String reason) {
        return new DatasetException(file + ", line " + line + ", column " + column + ": " + reason);
    }
}
