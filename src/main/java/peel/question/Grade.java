package peel.question;

import org.eclipse.microprofile.graphql.Description;

/**
 * A grade. It has a rank only inside the scale of its cycle: GOOD of the four-grade scale is not
 * GOOD of the five-grade one.
 */
@Description(
        "A grade. It has a rank only inside the scale of its cycle: GOOD of the four-grade scale is not GOOD of the five-grade one.")
public enum Grade {
    @Description("The best of both scales.")
    OUTSTANDING,
    @Description("The second of both scales.")
    GOOD,
    @Description("Only on the five-grade scale, from 2021/22 on: the third of five.")
    ADEQUATE,
    @Description("The last but one of both scales.")
    REQUIRES_IMPROVEMENT,
    @Description("The last of both scales.")
    INADEQUATE
}
