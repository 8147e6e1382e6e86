package peel.observation;

import org.eclipse.microprofile.graphql.Description;

/** The direction of an order. */
@Description("The direction of an order.")
public enum SortDirection {
    @Description("The smallest first.")
    ASCENDING,
    @Description("The largest first.")
    DESCENDING
}
