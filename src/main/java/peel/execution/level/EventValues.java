package peel.execution.level;

import graphql.GraphQLError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a subscription's result.
 *
 * @param events the next events
 * @param more whether there may be more of them
 */
public record EventValues(List<Event> events, boolean more) {

    /**
     * An event.
     *
     * @param position what takes the place of the argument {@code since} to continue after this event
     * @param data the answer, null if a field that must not be null failed
     * @param errors the errors of its fields
     */
    public record Event(String position, @Nullable ObjectValue data, List<GraphQLError> errors) {}
}
