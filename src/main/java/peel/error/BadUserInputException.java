package peel.error;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value in the request cannot be read or names nothing that exists. The message is meant for the client: it quotes
 * the value and says what is accepted. Clients see the code {@code BAD_USER_INPUT}.
 */
public class BadUserInputException extends RuntimeException {

    /** How many names that exist a message lists. */
    private static final int MOST_LISTED = 30;

    public BadUserInputException(String message) {
        super(message);
    }

    /**
     * Creates the exception for an argument that names something unknown. The message lists the names that exist. Of more
     * than thirty, it suggests the ones that may be meant, or lists the first thirty if none may.
     *
     * @param kind the kind of thing, for example "cycle"
     * @param given the name as given; the schema lets some lists hold null
     * @param existing the names that exist
     */
    public static BadUserInputException unknown(String kind, @Nullable String given, Collection<String> existing) {
        boolean few = existing.size() <= MOST_LISTED;
        return unknown(kind, given, existing, given == null || few ? List.of() : Suggestions.meant(given, existing));
    }

    /**
     * Creates the exception for an argument that names something unknown.
     *
     * @param meant the names that may be meant, listed instead of all names if there are more than thirty
     */
    public static BadUserInputException unknown(
            String kind, @Nullable String given, Collection<String> existing, List<String> meant) {
        String quoted = given == null ? "null" : "\"" + Quotation.of(given) + "\"";
        boolean many = existing.size() > MOST_LISTED;
        String accepted = many && !meant.isEmpty()
                ? Suggestions.sentence(meant)
                : existing.stream()
                        .limit(MOST_LISTED)
                        .collect(Collectors.joining(
                                ", ", " Known: ", many ? " ... (" + existing.size() + " in all)." : "."));
        return new BadUserInputException("There is no " + kind + " " + quoted + "." + accepted);
    }
}
