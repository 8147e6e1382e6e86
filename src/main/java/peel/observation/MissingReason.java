package peel.observation;

import org.eclipse.microprofile.graphql.Description;

/** Why there is no value. */
@Description("Why there is no value.")
public enum MissingReason {
    @Description("It was in a chart whose values did not survive.")
    CHART_LOST,
    @Description("The report does not print it.")
    NOT_PRINTED,
    @Description("The area was left out.")
    EXCLUDED,
    @Description("It would not be comparable.")
    NOT_COMPARABLE
}
