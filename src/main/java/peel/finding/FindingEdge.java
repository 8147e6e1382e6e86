package peel.finding;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A finding and its place in a list.
 *
 * @param cursor the place, opaque
 * @param node the item
 */
@Description("A finding and its place in a list.")
public record FindingEdge(
        @NonNull @Description("The place in the list, opaque.")
        String cursor,

        @NonNull @Description("The item.") Finding node) {}
