package peel.launch;

import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Joins the lines of messages from drivers and libraries, so that a message is one line of a log. */
public final class OneLine {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private OneLine() {}

    /** The text on one line, with every run of white space replaced by one blank. */
    public static String of(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ");
    }

    /**
     * The message of a failure on one line, or the name of its class if it has no message. Of an error from PostgreSQL,
     * only severity and message, not the position in PostgreSQL's source code.
     */
    public static String of(Throwable failure) {
        if (failure instanceof PSQLException error && error.getServerErrorMessage() != null) {
            ServerErrorMessage reported = error.getServerErrorMessage();
            return of(reported.getSeverity() + ": " + reported.getMessage());
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : of(message);
    }
}
