package peel.judgment;

import org.eclipse.microprofile.graphql.Description;

@Description("How a source states a judgment.")
public enum JudgmentBasis {
    @Description("The source states the grade, or the reason for giving none.")
    GRADE_STATED,
    @Description("The source states the judgment in a sentence.")
    PROSE,
    @Description("The judgment is in the list of all forces' grades that was given to the press.")
    PRESS_LIST,
    @Description("The judgment is in a press release of the inspectorate.")
    PRESS_RELEASE,
    @Description(
            "A report of a later cycle says how the force was judged. If the question was not inspected in this cycle, the grade is that of a cycle before it.")
    CARRIED_BACK
}
