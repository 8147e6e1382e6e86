package peel.judgment;

import org.eclipse.microprofile.graphql.Description;

/** How the source gives a judgment. */
@Description("How the source gives a judgment.")
public enum JudgmentBasis {
    @Description("It states the grade, or the state.")
    GRADE_STATED,
    @Description("It says so in a sentence.")
    PROSE,
    @Description("It is in the list of all forces given to the press.")
    PRESS_LIST,
    @Description("It is in the inspectorate's press release.")
    PRESS_RELEASE
}
