package peel.reading.text;

/** A file that can't be read as a report. The message is one line: what, where, what to do. */
public class RefusedReportException extends RuntimeException {

    /**
     * @param message what is wrong, where, and what to do, on one line
     */
    public RefusedReportException(String message) {
        this(message, null);
    }

    /**
     * @param message what is wrong, where, and what to do, on one line
     * @param cause the technical reason
     */
    public RefusedReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
