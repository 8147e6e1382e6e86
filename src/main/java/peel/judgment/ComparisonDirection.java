package peel.judgment;

import org.eclipse.microprofile.graphql.Description;

/** What a report says of the judgment before. */
@Description("What a report says of the judgment before.")
public enum ComparisonDirection {
    @Description("An improvement.")
    IMPROVED,
    @Description("A deterioration.")
    DETERIORATED,
    @Description("No change.")
    UNCHANGED,
    @Description("That no comparison is possible.")
    NOT_COMPARABLE
}
