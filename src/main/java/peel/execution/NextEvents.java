package peel.execution;

import graphql.GraphQLError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The next events of a subscription.
 *
 * @param events the oldest first
 * @param more whether there may be more of them in the same revision
 * @param revision the identity of the dataset's revision that all data was read from, null before the first import
 */
public record NextEvents(
        List<Event> events, boolean more, @Nullable UUID revision) {

    /**
     * An event.
     *
     * @param position where the subscription continues after this event
     * @param errors the errors of fields as clients see them, empty if there are none
     * @param data an {@link peel.execution.level.ObjectValue}, null if a field that must not be null failed
     */
    public record Event(
            String position,
            List<GraphQLError> errors,
            @Nullable Object data) {}
}
