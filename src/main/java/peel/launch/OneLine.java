package peel.launch;

import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Text of drivers and libraries, which likes to span lines, made fit for one line of a log. */
public final class OneLine {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private OneLine() {}

    /**
     * @param text any text
     * @return the text without line breaks and doubled blanks
     */
    public static String of(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ");
    }

    /**
     * @param failure any failure
     * @return its message on one line, or the name of its class where it has none; of an error of
     *     PostgreSQL's only what it says, not where in its source
     */
    public static String of(Throwable failure) {
        if (failure instanceof PSQLException error && error.getServerErrorMessage() != null) {
            ServerErrorMessage said = error.getServerErrorMessage();
            return of(said.getSeverity() + ": " + said.getMessage());
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : of(message);
    }
}
