package peel.error;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A value in the request cannot be read or names nothing that exists. The message is meant for the client: it quotes
 * the value and says what is accepted. Clients see the code {@code BAD_USER_INPUT}.
 */
public class BadUserInputException extends RuntimeException {

    public BadUserInputException(String message) {
        super(message);
    }

    /**
     * Creates the exception for an argument that names something unknown.
     *
     * @param kind the kind of thing, for example "cycle"
     * @param given the name as given; the schema lets some lists hold null
     * @param existing the names that exist
     */
    public static BadUserInputException unknown(String kind, @Nullable String given, Collection<String> existing) {
        String quoted = given == null ? "null" : "\"" + Quotation.of(given) + "\"";
        return new BadUserInputException(
                "There is no " + kind + " " + quoted + ". Known: " + String.join(", ", existing) + ".");
    }
}
