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
import org.jspecify.annotations.Nullable;
import peel.force.Force;
import peel.paging.Page;
import peel.paging.PageRequest;
import peel.question.Cycle;
import peel.question.Pillar;
import peel.question.Question;

/** Queries for judgments, and the fields that lead to and from them. */
@GraphQLApi
public class JudgmentApi {

    @Query
    @NonNull @Description("Judgments matching the filter, paginated. Current versions unless `asOf` is set.")
    public JudgmentConnection judgments(
            @Description("Which judgments to return. Default: all current versions.") @Nullable JudgmentFilter filter,
            @Description("Sort order. Default: `FORCE`.") @Nullable JudgmentOrder orderBy,
            @Description(PageRequest.FIRST) @Nullable Integer first,
            @Description(PageRequest.AFTER) @Nullable String after,
            @Description(PageRequest.LAST) @Nullable Integer last,
            @Description(PageRequest.BEFORE) @Nullable String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        JudgmentOrder order = orderBy == null ? JudgmentOrder.FORCE : orderBy;
        return new JudgmentConnection(Page.of(Judgment.matching(filter), order.key(), request));
    }

    @Query
    @NonNull @Description("Judgments of one cycle as a matrix of all forces and all questions.")
    public JudgmentMatrix judgmentMatrix(
            @NonNull @Description("Code of the cycle, such as `2015`.") String cycle,
            @Description("Only questions of this pillar. Default: all pillars.") @Nullable Pillar pillar,
            @Description("Versions that were current on this date. Default: current versions.") @Nullable LocalDate asOf) {
        return JudgmentMatrix.of(cycle, pillar, asOf);
    }

    @Query
    @NonNull @Description(
            "Judgments whose report states an earlier grade, or a direction of change, that differs from the stored one. Paginated.")
    public JudgmentConnection disagreements(
            @Description(PageRequest.FIRST) @Nullable Integer first,
            @Description(PageRequest.AFTER) @Nullable String after,
            @Description(PageRequest.LAST) @Nullable Integer last,
            @Description(PageRequest.BEFORE) @Nullable String before) {
        PageRequest request = PageRequest.of(first, after, last, before);
        return new JudgmentConnection(Page.of(Judgment.disagreeing(), Judgment.BY_FORCE, request));
    }

    @Query
    @NonNull @Description(
            "How many judgments and forces have which grade, state and change, for each group: every combination of the cycles, pillars, questions, forces, regions and countries asked for. Groups without a judgment are included.")
    public List<@NonNull JudgmentCount> judgmentCounts(
            @NonNull @Description(
                            "What to count by, in this order: `[CYCLE, PILLAR]`. Without any, all judgments are one group.")
                    List<@NonNull JudgmentGrouping> by,
            @Description("Which forces and questions to count. Default: all.") @Nullable JudgmentCountFilter filter) {
        return JudgmentCount.of(by, filter == null ? new JudgmentCountFilter() : filter);
    }

    @NonNull @Name("judgments")
    @Description("Judgments of the force, ordered by cycle, pillar and question.")
    public List<@NonNull List<@NonNull Judgment>> judgmentsOfForce(
            @Source List<Force> forces,
            @Description("Only judgments of this cycle, given by code, such as `2015`.") @Nullable String cycle,
            @Description("Only judgments of this pillar.") @Nullable Pillar pillar,
            @Description("Only judgments of questions with this code, such as `vulnerable`.") @Nullable String question,
            @Description("Versions that were current on this date. Default: current versions.") @Nullable LocalDate asOf) {
        return Judgment.ofForces(
                forces.stream().map(f -> f.key).toList(),
                cycle == null ? null : Cycle.require(cycle).code,
                pillar,
                question == null ? null : Question.requireCode(question),
                asOf);
    }

    @NonNull @Description("Force that was judged.")
    public List<@NonNull Force> force(@Source List<Judgment> judgments) {
        return Force.byKeys(
                judgments.stream().map(judgment -> judgment.forceKey).toList());
    }

    @NonNull @Description("Question that the judgment answers.")
    public List<@NonNull Question> question(@Source List<Judgment> judgments) {
        return Question.byKeys(
                judgments.stream().map(judgment -> judgment.questionKey).toList());
    }

    @Description("Cycle in which a carried-over grade was given; null for every other state.")
    public List<@Nullable Cycle> carriedOverFrom(@Source List<Judgment> judgments) {
        return Cycle.byCodes(
                judgments.stream().map(judgment -> judgment.carriedOverFromCode).toList());
    }

    @Description("What the report states about the previous judgment; null if it states nothing.")
    public List<@Nullable StatedComparison> statedComparison(@Source List<Judgment> judgments) {
        return StatedComparison.ofJudgments(keys(judgments));
    }

    @Description("Stored judgment of the comparable question in the previous cycle; null if there is none.")
    public List<@Nullable Judgment> previous(@Source List<Judgment> judgments) {
        return Judgment.previousOf(keys(judgments));
    }

    @Description(
            "Age of this version on a date, counted from its publication. Null if it does not count as published by then.")
    public List<@Nullable JudgmentAge> age(
            @Source List<Judgment> judgments,
            @NonNull @Description("Date on which the age is asked for, such as today's.") LocalDate on) {
        return judgments.stream().map(judgment -> JudgmentAge.of(judgment, on)).toList();
    }

    @NonNull @Description("How the grade changed since an earlier judgment of the force on a comparable question.")
    public List<@NonNull JudgmentChange> change(
            @Source List<Judgment> judgments,
            @Description(
                            "Code of the cycle to compare with: `2015`. Default: the latest earlier judgment with a grade.")
                    @Nullable String since) {
        return JudgmentChange.of(judgments, since);
    }

    @Description("Place of the grade among the earlier ones; null without a grade.")
    public List<@Nullable JudgmentHistory> history(@Source List<Judgment> judgments) {
        return JudgmentHistory.of(judgments);
    }

    @NonNull @Description("All versions of the judgment including this one, oldest first. One if it was never corrected.")
    public List<@NonNull List<@NonNull Judgment>> revisions(@Source List<Judgment> judgments) {
        return Judgment.revisionsOf(judgments);
    }

    @NonNull @Description(
            "Whether the statement agrees with the stored judgment of the comparable question in the previous cycle.")
    public List<@NonNull Agreement> agreement(@Source List<StatedComparison> comparisons) {
        return Judgment.agreementOf(
                comparisons.stream().map(comparison -> comparison.judgmentKey).toList());
    }

    private static List<UUID> keys(List<Judgment> judgments) {
        return judgments.stream().map(judgment -> judgment.key).toList();
    }
}
