package peel.observation;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * An organised crime group count and its place in a list.
 *
 * @param cursor the place, opaque
 * @param node the item
 */
@Description("An organised crime group count and its place in a list.")
public record OrganisedCrimeGroupCountEdge(
        @NonNull @Description("The place in the list, opaque.")
        String cursor,

        @NonNull @Description("The item.") OrganisedCrimeGroupCount node) {}
