package peel.judgment;

import org.eclipse.microprofile.graphql.Description;

/** Whether a question has been answered by a grade, and if not, why not. */
@Description("Whether a question has been answered by a grade, and if not, why not.")
public enum JudgmentState {
    @Description("A grade was given.")
    GRADED,
    @Description("The grade was to be published later in the cycle.")
    TO_BE_GRADED,
    @Description("The inspectorate gave no grade; the note says why.")
    NOT_GRADED,
    @Description("The question was not inspected.")
    NOT_INSPECTED,
    @Description("Not inspected this time; the grade of an earlier cycle stands.")
    CARRIED_OVER,
    @Description("The question was answered in words, without a grade.")
    UNGRADED
}
