package peel.question;

import org.eclipse.microprofile.graphql.Description;

@Description(
        "Grade of a judgment. Grades can be ordered only within one scale: GOOD on the four-grade scale is not the same as GOOD on the five-grade scale.")
public enum Grade {
    @Description("Best grade of both scales.")
    OUTSTANDING,
    @Description("Second-best grade of both scales.")
    GOOD,
    @Description("Third of the five grades of the scale used from 2021/22 onwards; not on the four-grade scale.")
    ADEQUATE,
    @Description("Second-lowest grade of both scales.")
    REQUIRES_IMPROVEMENT,
    @Description("Lowest grade of both scales.")
    INADEQUATE
}
