package peel.observation;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * An observation and its place in a list.
 *
 * @param cursor the place, opaque
 * @param node the item
 */
@Description("An observation and its place in a list.")
public record ObservationEdge(
        @NonNull @Description("The place in the list, opaque.")
        String cursor,

        @NonNull @Description("The item.") Observation node) {}
