package peel.question;

import org.eclipse.microprofile.graphql.Description;

@Description("How closely the wording of a question follows the printed question.")
public enum WordingBasis {
    @Description("Exactly as printed.")
    VERBATIM,
    @Description("Paraphrased, because the available sources do not print the question.")
    PARAPHRASE,
    @Description("Name of the area of policing that is assessed, because no question is printed in these cycles.")
    AREA_NAME,
    @Description("As printed, but cut off in the available source.")
    CUT
}
