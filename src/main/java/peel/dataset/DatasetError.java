package peel.dataset;

/** A dataset can't be imported. The message says where and why; nothing of it was stored. */
public class DatasetError extends RuntimeException {

    public DatasetError(String message) {
        super(message);
    }

    public DatasetError(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * An error in one cell.
     *
     * @param file the file's name
     * @param line counted from 1, the header being the first
     * @param column the column's name
     * @param reason what is wrong with the value
     */
    static DatasetError at(String file, long line, String column, String reason) {
        return new DatasetError("%s, line %d, column %s: %s".formatted(file, line, column, reason));
    }
}
