package peel.judgment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.SqlArrays;
import peel.question.ChangeDirection;
import peel.question.Cycle;
import peel.question.GradeDefinition;
import peel.question.Question;

@Description("How a grade changed since an earlier judgment of the same force on a comparable question.")
public record JudgmentChange(
        @NonNull @Description("Direction of the change.") ChangeDirection direction,

        @Description(
                "Number of grades by which the judgment is better; negative if it is worse. Null if the two cannot be compared.")
        @Nullable Integer steps,

        @Description(
                "Earlier judgment: the latest one before this with a grade, or that of the cycle asked for. Null if there is none.")
        @Nullable Judgment earlier,

        @Description("Why the two cannot be compared. Null if they can.") @Nullable NotComparableReason reason) {

    /** A judgment and an earlier one of its force on a linked question. */
    record Earlier(UUID judgmentKey, UUID earlierKey) {

        static final RowType<Earlier> ROWS =
                RowType.ofExpressions(row -> new Earlier(row.uuid("w.judgment_id"), row.uuid("e.id")));
    }

    /**
     * The change of each judgment.
     *
     * @param sinceCode the code of the cycle to compare with; null for the latest before the judgment
     * @throws peel.error.BadUserInputException if there is no such cycle
     */
    static List<JudgmentChange> of(List<Judgment> judgments, @Nullable String sinceCode) {
        String since = sinceCode == null ? null : Cycle.require(sinceCode).code;
        Map<UUID, UUID> latest = new HashMap<>();
        earlier(judgments, since).forEach(each -> latest.putIfAbsent(each.judgmentKey, each.earlierKey));
        Set<UUID> linked = linked(judgments, since);
        List<@Nullable Judgment> earlier = Judgment.byKeys(
                judgments.stream().map(judgment -> latest.get(judgment.key)).toList());
        List<JudgmentChange> changes = new ArrayList<>();
        for (int i = 0; i < judgments.size(); i++) {
            Judgment judgment = judgments.get(i);
            changes.add(of(judgment, earlier.get(i), linked.contains(judgment.questionKey)));
        }
        return changes;
    }

    private static JudgmentChange of(Judgment judgment, @Nullable Judgment earlier, boolean isLinked) {
        if (judgment.grade == null) {
            return notComparable(earlier, NotComparableReason.NO_GRADE);
        }
        if (judgment.state == JudgmentState.CARRIED_OVER) {
            return notComparable(earlier, NotComparableReason.CARRIED_OVER);
        }
        if (earlier == null || earlier.grade == null) {
            return notComparable(
                    earlier, isLinked ? NotComparableReason.NO_EARLIER_GRADE : NotComparableReason.NO_EARLIER_QUESTION);
        }
        if (!scaleOf(earlier).equals(scaleOf(judgment))) {
            return notComparable(earlier, NotComparableReason.OTHER_SCALE);
        }
        int steps = GradeDefinition.rankOf(scaleOf(earlier), earlier.grade)
                - GradeDefinition.rankOf(scaleOf(judgment), judgment.grade);
        ChangeDirection direction = steps > 0
                ? ChangeDirection.IMPROVED
                : steps == 0 ? ChangeDirection.UNCHANGED : ChangeDirection.DETERIORATED;
        return new JudgmentChange(direction, steps, earlier, null);
    }

    private static JudgmentChange notComparable(@Nullable Judgment earlier, NotComparableReason reason) {
        return new JudgmentChange(ChangeDirection.NOT_COMPARABLE, null, earlier, reason);
    }

    static String scaleOf(Judgment judgment) {
        return Cycle.require(judgment.cycleCode).gradeScaleCode;
    }

    /** The earlier grades of each judgment's force on comparable questions, latest first; current versions only. */
    static List<Earlier> earlier(List<Judgment> judgments, @Nullable String since) {
        if (judgments.isEmpty()) {
            return List.of();
        }
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put(
                "keys",
                SqlArrays.of(judgments.stream().map(judgment -> judgment.key).toList()));
        parameters.put(
                "questions",
                SqlArrays.of(
                        judgments.stream().map(judgment -> judgment.questionKey).toList()));
        parameters.put(
                "forces",
                SqlArrays.of(
                        judgments.stream().map(judgment -> judgment.forceKey).toList()));
        if (since != null) {
            parameters.put("since", since);
        }
        // "offset 0" keeps PostgreSQL from reading all judgments for a page of them.
        return Rows.of(Earlier.ROWS, """
                from unnest(cast(:keys as uuid[]), cast(:questions as uuid[]), cast(:forces as uuid[]))
                     w (judgment_id, question_id, force_id)
                cross join lateral (
                    select e.id, e.cycle_position
                    from question_ancestor a
                    join judgment e on e.force_id = w.force_id and e.question_id = a.ancestor_id
                    where a.question_id = w.question_id and e.known_to is null and e.grade is not null%s
                    offset 0) e
                order by w.judgment_id, e.cycle_position desc, e.id
                """.formatted(since == null ? "" : " and e.cycle = :since"), parameters);
    }

    private record Link(UUID questionKey, UUID earlierKey) {

        static final RowType<Link> ROWS =
                RowType.ofExpressions(row -> new Link(row.uuid("a.question_id"), row.uuid("a.ancestor_id")));
    }

    /** Those questions of judgments that are linked to earlier ones. */
    private static Set<UUID> linked(List<Judgment> judgments, @Nullable String since) {
        List<Link> links = Rows.ofAny(
                Link.ROWS,
                "from question_ancestor a where a.question_id = any(:keys)",
                judgments.stream()
                        .map(judgment -> judgment.questionKey)
                        .distinct()
                        .toList());
        List<@Nullable Question> earlier =
                Question.byKeys(links.stream().map(Link::earlierKey).toList());
        Set<UUID> linked = new HashSet<>();
        for (int i = 0; i < links.size(); i++) {
            Question question = earlier.get(i);
            if (since == null || question != null && question.cycleCode.equals(since)) {
                linked.add(links.get(i).questionKey);
            }
        }
        return linked;
    }

    /**
     * The SQL expression of the direction of a judgment {@code j} of a grade {@code d} since the earlier {@code e}, which
     * has the rank of its grade; without an earlier one, all columns of {@code e} are null.
     */
    static final String DIRECTION_SQL = """
            case when j.grade is null or j.state = 'CARRIED_OVER' or j.grade_scale is distinct from e.grade_scale
                 then 'NOT_COMPARABLE'
                 else case sign(d.rank - e.rank)
                      when -1 then 'IMPROVED' when 0 then 'UNCHANGED' else 'DETERIORATED' end
            end""";

    /**
     * The condition that a judgment {@code j} changed in one of some directions. The candidates are compared together:
     * of all judgments that takes a quarter of the time of comparing one after the other.
     *
     * @param directions the condition on {@code c.direction}
     * @param candidates the other conditions on {@code j}
     */
    static String changedSql(String directions, String candidates, boolean since, @Nullable LocalDate asOf) {
        return """
                j.id = any(array(
                    select c.id
                    from (select distinct on (j.id) j.id, %s as direction
                          from judgment j
                          left join grade_definition d on d.scale = j.grade_scale and d.grade = j.grade
                          left join (select a.question_id, e.force_id, e.id, e.cycle_position, e.grade_scale, p.rank
                                     from question_ancestor a
                                     join judgment e on e.question_id = a.ancestor_id
                                     join grade_definition p on p.scale = e.grade_scale and p.grade = e.grade
                                     where %s%s) e
                                 on e.question_id = j.question_id and e.force_id = j.force_id
                          where %s
                          order by j.id, e.cycle_position desc, e.id) c
                    where %s))""".formatted(
                        DIRECTION_SQL,
                        Judgment.knownOn("e", asOf),
                        since ? " and e.cycle = :since" : "",
                        candidates,
                        directions);
    }
}
