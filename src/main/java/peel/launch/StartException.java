package peel.launch;

/**
 * The service can't start, for a reason that whoever runs it can change. The message is one
 * complete line: what is wrong and what to do. It carries no stack trace of its own, since the line
 * says everything; the cause keeps the technical one.
 */
public class StartException extends RuntimeException {

    /**
     * @param message what is wrong and what to do, on one line
     */
    public StartException(String message) {
        this(message, null);
    }

    /**
     * @param message what is wrong and what to do, on one line
     * @param cause the technical reason, shown only when the log level is DEBUG
     */
    public StartException(String message, Throwable cause) {
        super(OneLine.of(message), cause, true, false);
    }
}
