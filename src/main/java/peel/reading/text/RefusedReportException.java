package peel.reading.text;

import org.jspecify.annotations.Nullable;

/** A file cannot be read as a report. The message is one line that gives the file, the problem and a remedy. */
public class RefusedReportException extends RuntimeException {

    public RefusedReportException(String message) {
        this(message, null);
    }

    public RefusedReportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
