package peel.force;

import org.eclipse.microprofile.graphql.Description;

@Description("Precision with which a date is known.")
public enum DatePrecision {
    @Description("Known to the day.")
    DAY,
    @Description("Known to the month; the date is the first day of the month.")
    MONTH,
    @Description("Known to the year; the date is the first day of the year.")
    YEAR,
    @Description("Not known; the date is null.")
    UNKNOWN
}
