package peel.judgment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import peel.force.Force;
import peel.paging.Page;
import peel.paging.PageRequest;
import peel.question.Cycle;
import peel.question.Pillar;
import peel.question.Question;

/** Questions about judgments. */
@GraphQLApi
public class JudgmentApi {

    /** A page of judgments. */
    @Query
    @NonNull @Description("The judgments that a filter leaves, in pages; current versions unless the filter says as of when.")
    public JudgmentConnection judgments(
            @Name("filter") @Description("Which judgments; all current ones unless given.") JudgmentFilter filter,
            @Name("orderBy") @Description("Their order; by force unless given.") JudgmentOrder orderBy,
            @Name("first") @Description("So many from the start or after the cursor, 1 to 100; 50 unless given.")
                    Integer first,
            @Name("after") @Description("The cursor after which the page starts.") String after,
            @Name("last") @Description("So many from the end or before the cursor, 1 to 100.") Integer last,
            @Name("before") @Description("The cursor before which the page ends.") String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        JudgmentOrder order = orderBy == null ? JudgmentOrder.FORCE : orderBy;
        return new JudgmentConnection(Page.of(Judgment.matching(filter), order.key(), request));
    }

    /** The matrix of a cycle. */
    @Query
    @NonNull @Description("All forces against all questions of a cycle, in one answer.")
    public JudgmentMatrix judgmentMatrix(
            @NonNull @Name("cycle") @Description("A cycle's code: \"2015\".") String cycle,
            @Name("pillar") @Description("Only this pillar's questions.") Pillar pillar,
            @Name("asOf") @Description("The versions published on this day; the current ones unless given.")
                    LocalDate asOf) {
        return JudgmentMatrix.of(cycle, pillar, asOf);
    }

    /** Judgments that contradict what is stored of the cycle before. */
    @Query
    @NonNull @Description("Judgments whose report states an earlier grade, or a direction, that is not the one stored.")
    public JudgmentConnection disagreements(
            @Name("first") @Description("So many from the start or after the cursor, 1 to 100; 50 unless given.")
                    Integer first,
            @Name("after") @Description("The cursor after which the page starts.") String after) {
        PageRequest request = PageRequest.of(first, after, null, null);
        return new JudgmentConnection(Page.of(Judgment.disagreeing(), Judgment.BY_FORCE, request));
    }

    /** The judgments of each force. */
    @NonNull @Name("judgments")
    @Description("How it was judged, by cycle, pillar and question.")
    public List<@NonNull List<@NonNull Judgment>> judgmentsOfForce(
            @Source List<Force> forces,
            @Name("cycle") @Description("Only this cycle: \"2015\".") String cycle,
            @Name("pillar") @Description("Only this pillar.") Pillar pillar,
            @Name("question") @Description("Only questions with this code: \"vulnerable\".") String question,
            @Name("asOf") @Description("The versions published on this day; the current ones unless given.")
                    LocalDate asOf) {
        if (cycle != null) {
            Cycle.require(cycle);
        }
        if (question != null) {
            Question.requireCodes(List.of(question));
        }
        return Judgment.ofForces(forces.stream().map(f -> f.key).toList(), cycle, pillar, question, asOf);
    }

    /** The force of each judgment. */
    @NonNull @Description("The force judged.")
    public List<@NonNull Force> force(@Source List<Judgment> judgments) {
        return Force.byKeys(
                judgments.stream().map(judgment -> judgment.forceKey).toList());
    }

    /** The question of each judgment. */
    @NonNull @Description("The question answered.")
    public List<@NonNull Question> question(@Source List<Judgment> judgments) {
        return Question.byKeys(
                judgments.stream().map(judgment -> judgment.questionKey).toList());
    }

    /** The cycle that each carried-over grade is from. */
    @Description("The cycle in which a carried-over grade was given; null for every other state.")
    public List<Cycle> carriedOverFrom(@Source List<Judgment> judgments) {
        return Cycle.byCodes(
                judgments.stream().map(judgment -> judgment.carriedOverFromCode).toList());
    }

    /** What each judgment's report says of the judgment before. */
    @Description("What the report says of the judgment before, as it says it; null when it says nothing.")
    public List<StatedComparison> statedComparison(@Source List<Judgment> judgments) {
        return StatedComparison.ofJudgments(keys(judgments));
    }

    /** The judgment before each. */
    @Description("The judgment stored for the comparable question of the cycle before; null when there is none.")
    public List<Judgment> previous(@Source List<Judgment> judgments) {
        return Judgment.previousOf(keys(judgments));
    }

    /** The versions of each judgment. */
    @NonNull @Description("All versions, this one among them, the oldest first; one when it was never corrected.")
    public List<@NonNull List<@NonNull Judgment>> revisions(@Source List<Judgment> judgments) {
        return Judgment.revisionsOf(judgments);
    }

    /** Whether each stated comparison agrees with what is stored. */
    @NonNull @Description("Whether it agrees with the judgment stored for the comparable question of the cycle before.")
    public List<@NonNull Agreement> agreement(@Source List<StatedComparison> comparisons) {
        return Judgment.agreementOf(
                comparisons.stream().map(comparison -> comparison.judgmentKey).toList());
    }

    private static List<UUID> keys(List<Judgment> judgments) {
        return judgments.stream().map(judgment -> judgment.key).toList();
    }
}
