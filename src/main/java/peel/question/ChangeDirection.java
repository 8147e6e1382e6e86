package peel.question;

import org.eclipse.microprofile.graphql.Description;

@Description("Change of a grade since an earlier judgment of the same force, by the stored grades.")
public enum ChangeDirection {
    @Description("The grade is better than the earlier one.")
    IMPROVED,
    @Description("The grade is the same as the earlier one.")
    UNCHANGED,
    @Description("The grade is worse than the earlier one.")
    DETERIORATED,
    @Description("The two cannot be compared; `JudgmentChange.reason` says why.")
    NOT_COMPARABLE
}
