package peel.judgment;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether a question was answered with a grade and, if not, why.")
public enum JudgmentState {
    @Description("A grade was given.")
    GRADED,
    @Description("The grade was to be published later in the cycle.")
    TO_BE_GRADED,
    @Description("The inspectorate gave this force no grade; `note` may say why.")
    NOT_GRADED,
    @Description("The question was not inspected.")
    NOT_INSPECTED,
    @Description("The question was not inspected in this cycle; the grade of an earlier cycle still applies.")
    CARRIED_OVER,
    @Description("The question was answered in words, without a grade.")
    UNGRADED
}
