package peel.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * What was found and its place in the list.
 *
 * @param cursor the place, opaque
 * @param node the item
 */
@Description("What was found and its place in the list.")
public record SearchEdge(
        @NonNull @Description("The place in the list, opaque.")
        String cursor,

        @NonNull @Description("The item.") SearchHit node) {}
