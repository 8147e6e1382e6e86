package peel.question;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Questions about cycles, grade scales and what was asked. */
@GraphQLApi
public class QuestionApi {

    /** All cycles. */
    @Query
    @NonNull @Description("All cycles, the oldest first.")
    public List<@NonNull Cycle> cycles() {
        return Cycle.inOrder();
    }

    /** The questions of a cycle. */
    @Query
    @NonNull @Description("The questions of a cycle and pillar, in the order of print.")
    public List<@NonNull Question> questions(
            @Name("cycle") @Description("A cycle's code; all cycles unless given.") String cycle,
            @Name("pillar") @Description("A pillar; all pillars unless given.") Pillar pillar) {
        if (cycle != null) {
            Cycle.require(cycle);
        }
        return Question.of(cycle, pillar);
    }

    /** The grade scale of each cycle. */
    @NonNull @Description("The grades it knows.")
    public List<@NonNull GradeScale> gradeScale(@Source List<Cycle> cycles) {
        return GradeScale.byCodes(
                cycles.stream().map(cycle -> cycle.gradeScaleCode).toList());
    }

    /** The questions of each cycle. */
    @NonNull @Name("questions")
    @Description("Its questions, in the order of pillars and print.")
    public List<@NonNull List<@NonNull Question>> questionsOfCycle(@Source List<Cycle> cycles) {
        return Question.ofCycles(cycles.stream().map(cycle -> cycle.code).toList());
    }

    /** The grades of each scale. */
    @NonNull @Description("Its grades, the best first.")
    public List<@NonNull List<@NonNull GradeDefinition>> grades(@Source List<GradeScale> scales) {
        return GradeDefinition.ofScales(scales.stream().map(scale -> scale.code).toList());
    }

    /** The cycle of each question. */
    @NonNull @Description("The cycle it was asked in.")
    public List<@NonNull Cycle> cycle(@Source List<Question> questions) {
        return Cycle.byCodes(
                questions.stream().map(question -> question.cycleCode).toList());
    }

    /** The parent of each question. */
    @Description("The question that it is a part of; null for an overall question and where there is none.")
    public List<Question> parent(@Source List<Question> questions) {
        return Question.byKeys(
                questions.stream().map(question -> question.parentKey).toList());
    }

    /** The earlier questions that each may be compared with. */
    @NonNull @Description("Earlier questions whose judgments may be set beside this one's; none where the scale changed.")
    public List<@NonNull List<@NonNull ComparableQuestion>> comparableTo(@Source List<Question> questions) {
        return ComparableQuestion.ofQuestions(
                questions.stream().map(question -> question.key).toList());
    }

    /** The earlier question of each link. */
    @NonNull @Description("The earlier question.")
    public List<@NonNull Question> question(@Source List<ComparableQuestion> links) {
        List<UUID> keys = links.stream().map(link -> link.earlierKey).toList();
        return Question.byKeys(keys);
    }
}
