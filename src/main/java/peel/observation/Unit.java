package peel.observation;

import org.eclipse.microprofile.graphql.Description;

@Description("Unit of the values of a metric.")
public enum Unit {
    @Description("Number of things, people or incidents.")
    COUNT,
    @Description("Share in percent: 63 means 63 %.")
    PERCENT,
    @Description("Change since the baseline period, in percent; a negative value is a fall.")
    PERCENT_CHANGE,
    @Description("Number per 1,000 residents.")
    PER_1000_POPULATION,
    @Description("Number per 1,000 households.")
    PER_1000_HOUSEHOLDS,
    @Description("Number per million residents.")
    PER_MILLION_POPULATION,
    @Description("Number of full-time equivalents (FTE): part-time posts count in proportion to their hours.")
    FULL_TIME_EQUIVALENT,
    @Description("Weighted score without a unit, such as the crime severity score.")
    SCORE;

    /** Whether the value of England and Wales is the total of its forces, with which no force is compared. */
    boolean isTotalled() {
        return this == COUNT || this == FULL_TIME_EQUIVALENT;
    }
}
