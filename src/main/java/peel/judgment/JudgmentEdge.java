package peel.judgment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A judgment and its place in a list.
 *
 * @param cursor the place, opaque
 * @param node the item
 */
@Description("A judgment and its place in a list.")
public record JudgmentEdge(
        @NonNull @Description("The place in the list, opaque.")
        String cursor,

        @NonNull @Description("The item.") Judgment node) {}
