package peel.observation;

import org.eclipse.microprofile.graphql.Description;

@Description("Sort direction.")
public enum SortDirection {
    @Description("Smallest value first.")
    ASCENDING,
    @Description("Largest value first.")
    DESCENDING
}
