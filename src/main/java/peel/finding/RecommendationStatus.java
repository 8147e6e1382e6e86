package peel.finding;

import org.eclipse.microprofile.graphql.Description;

/** Where a recommendation stands. */
@Description("Where a recommendation stands.")
public enum RecommendationStatus {
    @Description("To be reviewed.")
    AWAITING_REVIEW,
    @Description("Work on it goes on.")
    BEING_PROGRESSED,
    @Description("Done.")
    COMPLETE,
    @Description("Replaced by another.")
    SUPERSEDED
}
