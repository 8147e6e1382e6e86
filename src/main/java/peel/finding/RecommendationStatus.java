package peel.finding;

import org.eclipse.microprofile.graphql.Description;

@Description("Status of a recommendation.")
public enum RecommendationStatus {
    @Description("Still to be reviewed by the inspectorate.")
    AWAITING_REVIEW,
    @Description("Work is in progress.")
    BEING_PROGRESSED,
    @Description("Completed.")
    COMPLETE,
    @Description("Replaced by another recommendation.")
    SUPERSEDED
}
