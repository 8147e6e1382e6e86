package peel.question;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Queries for cycles, grade scales and questions. */
@GraphQLApi
public class QuestionApi {

    @Query
    @NonNull @Description("Inspection cycles, oldest first.")
    public List<@NonNull Cycle> cycles() {
        return Cycle.inOrder();
    }

    @Query
    @Description("Cycle with this code.")
    public Cycle cycle(@NonNull @Description("Code of the cycle, such as `2015` or `2018/19`.") String code) {
        return Cycle.require(code);
    }

    @Query
    @NonNull @Description("Questions asked in inspections, ordered by cycle, pillar and position in print.")
    public List<@NonNull Question> questions(
            @Description("Only questions of this cycle, given by code, such as `2015`. Default: all cycles.") @Nullable String cycle,
            @Description("Only questions of this pillar. Default: all pillars.") @Nullable Pillar pillar) {
        return Question.of(cycle == null ? null : Cycle.require(cycle).code, pillar);
    }

    @NonNull @Description("Scale of the grades used in the cycle.")
    public List<@NonNull GradeScale> gradeScale(@Source List<Cycle> cycles) {
        return GradeScale.byCodes(
                cycles.stream().map(cycle -> cycle.gradeScaleCode).toList());
    }

    @NonNull @Name("questions")
    @Description("Questions asked in the cycle, ordered by pillar and position in print.")
    public List<@NonNull List<@NonNull Question>> questionsOfCycle(@Source List<Cycle> cycles) {
        return Question.ofCycles(cycles.stream().map(cycle -> cycle.code).toList());
    }

    @NonNull @Description("Grades of the scale, best first.")
    public List<@NonNull List<@NonNull GradeDefinition>> grades(@Source List<GradeScale> scales) {
        return GradeDefinition.ofScales(scales.stream().map(scale -> scale.code).toList());
    }

    @NonNull @Name("cycle")
    @Description("Cycle in which the question was asked.")
    public List<@NonNull Cycle> cycleOfQuestion(@Source List<Question> questions) {
        return Cycle.byCodes(
                questions.stream().map(question -> question.cycleCode).toList());
    }

    @Description("Question that this one is part of; null for an overall question, and if there is none.")
    public List<@Nullable Question> parent(@Source List<Question> questions) {
        return Question.byKeys(
                questions.stream().map(question -> question.parentKey).toList());
    }

    @NonNull @Description(
            "Earlier questions whose judgments can be compared with this question's. Empty if the grade scale changed.")
    public List<@NonNull List<@NonNull ComparableQuestion>> comparableTo(@Source List<Question> questions) {
        return ComparableQuestion.ofQuestions(
                questions.stream().map(question -> question.key).toList());
    }

    @NonNull @Description("Earlier question.")
    public List<@NonNull Question> question(@Source List<ComparableQuestion> links) {
        List<UUID> keys = links.stream().map(link -> link.earlierKey).toList();
        return Question.byKeys(keys);
    }
}
