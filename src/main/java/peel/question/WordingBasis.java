package peel.question;

import org.eclipse.microprofile.graphql.Description;

/** How faithful the wording of a question is. */
@Description("How faithful the wording of a question is.")
public enum WordingBasis {
    @Description("As printed.")
    VERBATIM,
    @Description("Not printed in the sources at hand; put in other words.")
    PARAPHRASE,
    @Description("The name of the area of policing that is assessed; these cycles print no question.")
    AREA_NAME,
    @Description("As printed, but the source at hand breaks off.")
    CUT
}
