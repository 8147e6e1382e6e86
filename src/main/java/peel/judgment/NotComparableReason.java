package peel.judgment;

import org.eclipse.microprofile.graphql.Description;

@Description("Why a judgment is not compared with an earlier one.")
public enum NotComparableReason {
    @Description("The judgment has no grade; its `state` says why.")
    NO_GRADE,
    @Description("The grade is that of an earlier cycle: nothing was judged anew.")
    CARRIED_OVER,
    @Description("No earlier question is linked to this one as comparable, or none of the cycle asked for.")
    NO_EARLIER_QUESTION,
    @Description("An earlier question is linked, but the dataset has no grade of this force on it.")
    NO_EARLIER_GRADE,
    @Description("The earlier grade is of another scale.")
    OTHER_SCALE
}
