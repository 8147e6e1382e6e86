package peel.observation;

import org.eclipse.microprofile.graphql.Description;

@Description("Reason why a ratio has no value.")
public enum RatioMissingReason {
    @Description("The observation that is divided has no value; its `missing` says why.")
    NO_VALUE,
    @Description("The dataset has no observation of the denominator for the area on the date.")
    NO_DENOMINATOR,
    @Description("The denominator's observation has no value; its `missing` says why.")
    DENOMINATOR_WITHOUT_VALUE,
    @Description("The denominator's value is 0.")
    DENOMINATOR_IS_ZERO,
    @Description("The two periods differ.")
    OTHER_PERIOD,
    @Description(
            "Few people live in the City of London and many more work there, so that numbers per resident mislead.")
    FEW_RESIDENTS
}
