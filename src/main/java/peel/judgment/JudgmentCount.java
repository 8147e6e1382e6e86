package peel.judgment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.force.Country;
import peel.force.Force;
import peel.query.RowType;
import peel.query.Rows;
import peel.query.SqlArrays;
import peel.question.ChangeDirection;
import peel.question.Cycle;
import peel.question.Grade;
import peel.question.Pillar;
import peel.question.Question;

@Description("Judgments and forces of one group, counted by grade, state and change.")
public record JudgmentCount(
        @Description("Cycle of the group. Null unless counted by cycle or question.") @Nullable Cycle cycle,

        @Description(
                "Pillar of the group. Null unless counted by pillar or question, and for the cycles without pillars.")
        @Nullable Pillar pillar,

        @Description("Question of the group. Null unless counted by question.") @Nullable Question question,

        @Description("Force of the group. Null unless counted by force.") @Nullable Force force,

        @Description("Region of the group. Null unless counted by region or force.") @Nullable String region,

        @Description("Country of the group. Null unless counted by country, region or force.") @Nullable Country country,

        @NonNull @Description("Number of forces in the group, with or without a judgment: what the other numbers are out of.")
        int forces,

        @NonNull @Description("Number of questions in the group.")
        int questions,

        @NonNull @Description("Number of judgments, in any state.")
        int judgments,

        @NonNull @Description(
                "Number of pairs of a force and a question without a judgment in the dataset. Says nothing of whether the force was inspected.")
        int notHeld,

        @NonNull @Description(
                "Judgments with a grade, given or carried over, by grade, best first. Grades that no judgment has are left out.")
        List<@NonNull GradeCount> byGrade,

        @NonNull @Description("Judgments by state. States that no judgment has are left out.")
        List<@NonNull StateCount> byState,

        @NonNull @Description("Judgments by change of the grade. Directions in which no judgment changed are left out.")
        List<@NonNull ChangeCount> byChange) {

    private static final int MOST_GROUPS = 1000;

    /**
     * What one group has in common; null for what is not counted by.
     *
     * @param question a question's key
     */
    private record Group(
            @Nullable String cycle,
            @Nullable Pillar pillar,
            @Nullable UUID question,
            @Nullable UUID force,
            @Nullable String region,
            @Nullable Country country) {

        static Group of(Set<JudgmentGrouping> by, Question question, Force force) {
            return new Group(
                    by.contains(JudgmentGrouping.CYCLE) ? question.cycleCode : null,
                    by.contains(JudgmentGrouping.PILLAR) ? question.pillar : null,
                    by.contains(JudgmentGrouping.QUESTION) ? question.key : null,
                    by.contains(JudgmentGrouping.FORCE) ? force.key : null,
                    by.contains(JudgmentGrouping.REGION) ? force.region : null,
                    by.contains(JudgmentGrouping.COUNTRY) ? force.country : null);
        }
    }

    /**
     * What is counted of a judgment.
     *
     * @param dated whether the judgment was published on the dates asked for; another is held, but not counted
     */
    private record Counted(
            UUID question,
            UUID force,
            boolean dated,
            @Nullable Grade grade,
            JudgmentState state,
            ChangeDirection direction) {

        static final RowType<Counted> ROWS = RowType.ofExpressions(row -> new Counted(
                row.uuid("j.question_id"),
                row.uuid("j.force_id"),
                row.booleanValue("j.dated"),
                row.enumValue("j.grade", Grade.class),
                row.enumValue("j.state", JudgmentState.class),
                row.enumValue(JudgmentChange.DIRECTION_SQL, ChangeDirection.class)));
    }

    /** Judgments that have something in common, and their forces. */
    private static final class Tally {

        int judgments;
        final Set<UUID> forces = new HashSet<>();

        void add(UUID force) {
            judgments++;
            forces.add(force);
        }
    }

    /** Forces and questions that a group is out of, and what was counted. */
    private static final class Members {

        final Set<UUID> forces = new HashSet<>();
        final Set<UUID> questions = new HashSet<>();
        int pairs;
        int held;
        int judgments;
        final Map<Grade, Tally> grades = new EnumMap<>(Grade.class);
        final Map<JudgmentState, Tally> states = new EnumMap<>(JudgmentState.class);
        final Map<ChangeDirection, Tally> changes = new EnumMap<>(ChangeDirection.class);

        void add(Counted counted) {
            held++;
            if (!counted.dated) {
                return;
            }
            judgments++;
            if (counted.grade != null) {
                add(grades, counted.grade, counted.force);
            }
            add(states, counted.state, counted.force);
            add(changes, counted.direction, counted.force);
        }

        private static <K> void add(Map<K, Tally> tallies, K key, UUID force) {
            tallies.computeIfAbsent(key, first -> new Tally()).add(force);
        }

        /** In the order of the keys. */
        private static <K, T> List<T> counts(Map<K, Tally> tallies, Constructor<K, T> constructor) {
            return tallies.entrySet().stream()
                    .map(entry -> constructor.of(
                            entry.getKey(),
                            entry.getValue().judgments,
                            entry.getValue().forces.size()))
                    .toList();
        }

        private interface Constructor<K, T> {
            T of(K key, int judgments, int forces);
        }
    }

    /**
     * Counts in one statement. Groups are in the order of cycles, pillars and questions, then of forces' names.
     *
     * @throws BadUserInputException if the filter names a force, region, cycle or question that does not exist, or if
     *     there are too many groups
     */
    static List<JudgmentCount> of(List<JudgmentGrouping> groupings, JudgmentCountFilter filter) {
        Set<JudgmentGrouping> by = JudgmentGrouping.withImplied(groupings);
        List<String> cycles = Cycle.requireAll(filter.cycle);
        List<String> codes = Question.requireCodes(filter.question);
        String since = filter.since == null ? null : Cycle.require(filter.since).code;
        List<Question> questions = Question.of(null, null).stream()
                .filter(question -> cycles == null || cycles.contains(question.cycleCode))
                .filter(question ->
                        filter.pillar == null || question.pillar != null && filter.pillar.contains(question.pillar))
                .filter(question -> codes == null || codes.contains(question.code))
                .toList();
        List<UUID> keys = Force.keysIn(filter.force, filter.country, filter.region);
        List<Force> forces = Force.byName().stream()
                .filter(force -> keys == null || keys.contains(force.key))
                .toList();
        Map<Group, Members> groups = new LinkedHashMap<>();
        for (Question question : questions) {
            for (Force force : forces) {
                Members members = groups.computeIfAbsent(Group.of(by, question, force), key -> new Members());
                members.forces.add(force.key);
                members.questions.add(question.key);
                members.pairs++;
            }
        }
        if (groups.isEmpty()) {
            return List.of();
        }
        if (groups.size() > MOST_GROUPS) {
            throw new BadUserInputException(
                    "The judgments would be counted in %d groups; at most %d are allowed. Count by less, or restrict cycles, questions or forces."
                            .formatted(groups.size(), MOST_GROUPS));
        }
        Map<UUID, Question> questionOf = new HashMap<>();
        questions.forEach(question -> questionOf.put(question.key, question));
        Map<UUID, Force> forceOf = new HashMap<>();
        forces.forEach(force -> forceOf.put(force.key, force));
        for (Counted counted : counted(filter, since, questionOf.keySet(), forceOf.keySet())) {
            Group group = Group.of(
                    by,
                    Objects.requireNonNull(questionOf.get(counted.question)),
                    Objects.requireNonNull(forceOf.get(counted.force)));
            Objects.requireNonNull(groups.get(group)).add(counted);
        }
        List<JudgmentCount> counts = new ArrayList<>(groups.size());
        groups.forEach((group, members) -> counts.add(new JudgmentCount(
                group.cycle == null ? null : Cycle.require(group.cycle),
                group.pillar,
                group.question == null ? null : questionOf.get(group.question),
                group.force == null ? null : forceOf.get(group.force),
                group.region,
                group.country,
                members.forces.size(),
                members.questions.size(),
                members.judgments,
                members.pairs - members.held,
                Members.counts(members.grades, GradeCount::new),
                Members.counts(members.states, StateCount::new),
                Members.counts(members.changes, ChangeCount::new))));
        return counts;
    }

    /**
     * The judgments of forces on questions. They are grouped here and not by PostgreSQL, whose sorting of keys for the
     * distinct forces of each group took longer than reading the judgments.
     */
    private static List<Counted> counted(
            JudgmentCountFilter filter, @Nullable String since, Set<UUID> questions, Set<UUID> forces) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("questions", SqlArrays.of(questions));
        parameters.put("forces", SqlArrays.of(forces));
        if (since != null) {
            parameters.put("since", since);
        }
        if (filter.asOf != null) {
            parameters.put("asOf", filter.asOf);
        }
        String dated = "true";
        if (filter.publishedFrom != null) {
            parameters.put("publishedFrom", filter.publishedFrom);
            dated += " and j.shown_from >= :publishedFrom";
        }
        if (filter.publishedTo != null) {
            parameters.put("publishedTo", filter.publishedTo);
            dated += " and j.shown_from <= :publishedTo";
        }
        return Rows.of(
                Counted.ROWS,
                """
                from (select j.*, coalesce(%s, false) as dated from judgment j) j
                left join grade_definition d on d.scale = j.grade_scale and d.grade = j.grade
                left join (select distinct on (a.question_id, e.force_id)
                                  a.question_id, e.force_id, e.grade_scale, p.rank
                           from question_ancestor a
                           join judgment e on e.question_id = a.ancestor_id
                           join grade_definition p on p.scale = e.grade_scale and p.grade = e.grade
                           where a.question_id = any(:questions) and e.force_id = any(:forces) and %s%s
                           order by a.question_id, e.force_id, e.cycle_position desc, e.id) e
                       on e.question_id = j.question_id and e.force_id = j.force_id
                where j.question_id = any(:questions) and j.force_id = any(:forces) and %s
                """.formatted(
                                dated,
                                Judgment.knownOn("e", filter.asOf),
                                since == null ? "" : " and e.cycle = :since",
                                Judgment.knownOn("j", filter.asOf)),
                parameters);
    }
}
