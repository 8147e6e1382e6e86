package peel.error;

import java.util.Collection;

/**
 * Something in the request can't be read or names nothing that exists. The message is for the
 * client: it says what was given and what would have been right. Clients see the code {@code
 * BAD_USER_INPUT}.
 */
public class BadUserInputException extends RuntimeException {

    /** The error's {@code extensions.code}. */
    public static final String CODE = "BAD_USER_INPUT";

    public BadUserInputException(String message) {
        super(message);
    }

    /**
     * An argument that names something unknown.
     *
     * @param what what kind of thing it is, "cycle" for instance
     * @param given the name as given
     * @param existing the names that exist
     */
    public static BadUserInputException unknown(String what, String given, Collection<String> existing) {
        return new BadUserInputException(
                "There is no " + what + " \"" + given + "\". Known: " + String.join(", ", existing) + ".");
    }
}
