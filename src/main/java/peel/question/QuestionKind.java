package peel.question;

import org.eclipse.microprofile.graphql.Description;

@Description("Role of a question in an inspection.")
public enum QuestionKind {
    @Description("Question about the pillar as a whole.")
    OVERALL,
    @Description("One of the main questions of an inspection.")
    CORE,
    @Description("Part of a core question.")
    DIAGNOSTIC
}
