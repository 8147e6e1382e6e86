package peel.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page reads.
 *
 * @param operation a GraphQL document with one operation; empty if the page shows nothing of the dataset
 * @param variables the values of the operation's variables
 */
public record PageRead(String operation, Map<String, @Nullable Object> variables) {

    /** For pages that show nothing of the dataset. */
    public static final PageRead NOTHING = new PageRead("", Map.of());

    public static PageRead of(String operation) {
        return new PageRead(operation, Map.of());
    }

    public static PageRead of(String operation, Map<String, @Nullable Object> variables) {
        return new PageRead(operation, variables);
    }

    boolean isNothing() {
        return operation.isEmpty();
    }
}
