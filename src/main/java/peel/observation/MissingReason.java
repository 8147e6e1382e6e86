package peel.observation;

import org.eclipse.microprofile.graphql.Description;

@Description("Reason why an observation has no value.")
public enum MissingReason {
    @Description("The value was shown in a chart and is not in the text of the report.")
    CHART_LOST,
    @Description("The source does not print the value.")
    NOT_PRINTED,
    @Description("The source excludes the area.")
    EXCLUDED,
    @Description("The value would not be comparable.")
    NOT_COMPARABLE
}
