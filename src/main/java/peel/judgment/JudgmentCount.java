package peel.judgment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /** A number of judgments and of their forces: of a group, and of one grade, state or direction unless all are null. */
    private record Counted(
            Group group,
            @Nullable Grade grade,
            @Nullable JudgmentState state,
            @Nullable ChangeDirection direction,
            int judgments,
            int forces) {

        static final RowType<Counted> ROWS = RowType.ofExpressions(row -> new Counted(
                new Group(
                        row.text("g.cycle"),
                        row.enumValue("g.pillar", Pillar.class),
                        row.uuid("g.question_id"),
                        row.uuid("g.force_group"),
                        row.text("g.region"),
                        row.enumValue("g.country", Country.class)),
                row.enumValue("g.grade", Grade.class),
                row.enumValue("g.state", JudgmentState.class),
                row.enumValue("g.direction", ChangeDirection.class),
                row.intValue("cast(count(*) as integer)"),
                row.intValue("cast(count(distinct g.force_id) as integer)")));
    }

    /** Forces and questions that a group is out of, and what was counted. */
    private static final class Members {

        final Set<UUID> forces = new LinkedHashSet<>();
        final Set<UUID> questions = new LinkedHashSet<>();
        int pairs;
        int judgments;
        final List<GradeCount> grades = new ArrayList<>();
        final List<StateCount> states = new ArrayList<>();
        final List<ChangeCount> changes = new ArrayList<>();

        void add(Counted counted) {
            if (counted.grade != null) {
                grades.add(new GradeCount(counted.grade, counted.judgments, counted.forces));
            } else if (counted.state != null) {
                states.add(new StateCount(counted.state, counted.judgments, counted.forces));
            } else if (counted.direction != null) {
                changes.add(new ChangeCount(counted.direction, counted.judgments, counted.forces));
            } else {
                judgments = counted.judgments;
            }
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
        counted(by, filter, since, questions, forces)
                .forEach(counted ->
                        Objects.requireNonNull(groups.get(counted.group)).add(counted));
        Map<UUID, Question> questionOf = new HashMap<>();
        questions.forEach(question -> questionOf.put(question.key, question));
        Map<UUID, Force> forceOf = new HashMap<>();
        forces.forEach(force -> forceOf.put(force.key, force));
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
                members.pairs - members.judgments,
                members.grades.stream()
                        .sorted(Comparator.comparing(GradeCount::grade))
                        .toList(),
                members.states.stream()
                        .sorted(Comparator.comparing(StateCount::state))
                        .toList(),
                members.changes.stream()
                        .sorted(Comparator.comparing(ChangeCount::direction))
                        .toList())));
        return counts;
    }

    private static List<Counted> counted(
            Set<JudgmentGrouping> by,
            JudgmentCountFilter filter,
            @Nullable String since,
            List<Question> questions,
            List<Force> forces) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put(
                "questions",
                SqlArrays.of(questions.stream().map(question -> question.key).toList()));
        parameters.put(
                "forces", SqlArrays.of(forces.stream().map(force -> force.key).toList()));
        parameters.put("byCycle", by.contains(JudgmentGrouping.CYCLE));
        parameters.put("byPillar", by.contains(JudgmentGrouping.PILLAR));
        parameters.put("byQuestion", by.contains(JudgmentGrouping.QUESTION));
        parameters.put("byForce", by.contains(JudgmentGrouping.FORCE));
        parameters.put("byRegion", by.contains(JudgmentGrouping.REGION));
        parameters.put("byCountry", by.contains(JudgmentGrouping.COUNTRY));
        if (since != null) {
            parameters.put("since", since);
        }
        if (filter.asOf != null) {
            parameters.put("asOf", filter.asOf);
        }
        return Rows.of(
                Counted.ROWS,
                """
                from (select case when :byCycle then j.cycle end as cycle,
                             case when :byPillar then j.pillar end as pillar,
                             case when :byQuestion then j.question_id end as question_id,
                             case when :byForce then j.force_id end as force_group,
                             case when :byRegion then f.region end as region,
                             case when :byCountry then f.country end as country,
                             j.force_id, j.grade, j.state, %s as direction
                      from judgment j
                      join force f on f.id = j.force_id
                      where j.question_id = any(:questions) and j.force_id = any(:forces) and %s
                      offset 0) g
                group by grouping sets ((g.cycle, g.pillar, g.question_id, g.force_group, g.region, g.country),
                                        (g.cycle, g.pillar, g.question_id, g.force_group, g.region, g.country, g.grade),
                                        (g.cycle, g.pillar, g.question_id, g.force_group, g.region, g.country, g.state),
                                        (g.cycle, g.pillar, g.question_id, g.force_group, g.region, g.country, g.direction))
                having grouping(g.grade) = 1 or g.grade is not null
                """.formatted(
                        JudgmentChange.directionSql(since != null, filter.asOf), Judgment.knownOn("j", filter.asOf)),
                parameters);
    }
}
