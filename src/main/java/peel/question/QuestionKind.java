package peel.question;

import org.eclipse.microprofile.graphql.Description;

/** What a question is to its pillar. */
@Description("What a question is to its pillar.")
public enum QuestionKind {
    @Description("The question of the pillar as a whole.")
    OVERALL,
    @Description("One of the questions that the inspection is made of.")
    CORE,
    @Description("A part of a core question.")
    DIAGNOSTIC
}
