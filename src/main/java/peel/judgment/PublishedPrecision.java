package peel.judgment;

import org.eclipse.microprofile.graphql.Description;

@Description("How precisely the date of a judgment's publication is known.")
public enum PublishedPrecision {
    @Description("Published on this day.")
    DAY,
    @Description("Published in the month of which this is the last day.")
    MONTH,
    @Description("Published on this day or before. The judgment counts as published from this day.")
    BY
}
