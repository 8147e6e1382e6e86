package peel.observation;

import org.eclipse.microprofile.graphql.Description;

/** Units of figures. */
@Description("Units of figures.")
public enum Unit {
    @Description("A number of things, people or incidents.")
    COUNT,
    @Description("A share in percent.")
    PERCENT,
    @Description("A change against the baseline period in percent; negative is a fall.")
    PERCENT_CHANGE,
    @Description("For each 1,000 residents.")
    PER_1000_POPULATION,
    @Description("For each 1,000 households.")
    PER_1000_HOUSEHOLDS,
    @Description("For each million residents.")
    PER_MILLION_POPULATION,
    @Description("Posts, part-time ones counted by their hours.")
    FULL_TIME_EQUIVALENT
}
