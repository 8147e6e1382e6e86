package peel.judgment;

import org.eclipse.microprofile.graphql.Description;

@Description("Change since an earlier judgment, as stated in a report.")
public enum ComparisonDirection {
    @Description("The report states an improvement.")
    IMPROVED,
    @Description("The report states a deterioration.")
    DETERIORATED,
    @Description("The report states no change.")
    UNCHANGED,
    @Description("The report states that the judgments cannot be compared.")
    NOT_COMPARABLE
}
