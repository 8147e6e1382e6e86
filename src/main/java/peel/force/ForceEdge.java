package peel.force;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A force and its place in a list.
 *
 * @param cursor the place, opaque
 * @param node the item
 */
@Description("A force and its place in a list.")
public record ForceEdge(
        @NonNull @Description("The place in the list, opaque.")
        String cursor,

        @NonNull @Description("The item.") Force node) {}
