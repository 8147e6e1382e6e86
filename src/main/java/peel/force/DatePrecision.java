package peel.force;

import org.eclipse.microprofile.graphql.Description;

/** How exactly a date is known. */
@Description("How exactly a date is known.")
public enum DatePrecision {
    @Description("To the day.")
    DAY,
    @Description("To the month; the date is its first day.")
    MONTH,
    @Description("To the year; the date is its first day.")
    YEAR,
    @Description("Not at all; the date is null.")
    UNKNOWN
}
