package peel.error;

import java.util.Collection;

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
     * @param given the name as given
     * @param existing the names that exist
     */
    public static BadUserInputException unknown(String kind, String given, Collection<String> existing) {
        return new BadUserInputException("There is no " + kind + " \"" + Quotation.of(given) + "\". Known: "
                + String.join(", ", existing) + ".");
    }
}
