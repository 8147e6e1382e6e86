package peel.launch;

import org.jspecify.annotations.Nullable;

/**
 * The service cannot start, for a reason that the operator can change. The message is complete: what is wrong and what
 * to do. The exception has no stack trace of its own, because the message says everything; its cause has the technical
 * one.
 */
public class StartException extends RuntimeException {

    /**
     * @param message what is wrong and what to do; line breaks are replaced
     */
    public StartException(String message) {
        this(message, null);
    }

    /**
     * @param message what is wrong and what to do; line breaks are replaced
     * @param cause the technical reason, shown only when the log level is DEBUG
     */
    public StartException(String message, @Nullable Throwable cause) {
        super(OneLine.of(message), cause, true, false);
    }
}
