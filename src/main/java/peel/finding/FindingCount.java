package peel.finding;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.force.Force;
import peel.query.RowType;
import peel.question.Cycle;
import peel.question.Pillar;
import peel.question.Question;

@Description("Number of findings of one group.")
public record FindingCount(
        @Description("Force of the group. Null unless counted by force.") @Nullable Force force,

        @Description("Region of the group. Null unless counted by region or force.") @Nullable String region,

        @Description("Cycle of the group. Null unless counted by cycle or question.") @Nullable Cycle cycle,

        @Description(
                "Pillar of the group. Null unless counted by pillar or question, and for the cycles without pillars.")
        @Nullable Pillar pillar,

        @Description("Question of the group. Null unless counted by question, and for findings of a whole inspection.")
        @Nullable Question question,

        @Description("Kind of the group. Null unless counted by kind.") @Nullable FindingKind kind,

        @Description("Latest status of the group. Null unless counted by status, and for findings without one.")
        @Nullable RecommendationStatus status,

        @NonNull @Description("Number of findings.") int findings,

        @NonNull @Description("Number of forces with at least one of them.")
        int forces) {

    private static final int MOST_GROUPS = 1000;

    private record Counted(
            @Nullable UUID force,
            @Nullable String region,
            @Nullable String cycle,
            @Nullable Pillar pillar,
            @Nullable UUID question,
            @Nullable FindingKind kind,
            @Nullable RecommendationStatus status,
            int findings,
            int forces) {

        static final RowType<Counted> ROWS = RowType.ofExpressions(row -> new Counted(
                row.uuid("g.force_group"),
                row.text("g.region"),
                row.text("g.cycle"),
                row.enumValue("g.pillar", Pillar.class),
                row.uuid("g.question_id"),
                row.enumValue("g.kind", FindingKind.class),
                row.enumValue("g.status", RecommendationStatus.class),
                row.intValue("cast(count(*) as integer)"),
                row.intValue("cast(count(distinct g.force_id) as integer)")));
    }

    /**
     * Counts in one statement, in the order of forces, cycles, pillars and questions.
     *
     * @throws BadUserInputException if the filter names a force, region, cycle or question that does not exist, or if
     *     there are too many groups
     */
    static List<FindingCount> of(List<FindingGrouping> groupings, @Nullable FindingFilter filter) {
        Set<FindingGrouping> by = EnumSet.noneOf(FindingGrouping.class);
        by.addAll(groupings);
        boolean byQuestion = by.contains(FindingGrouping.QUESTION);
        boolean byForce = by.contains(FindingGrouping.FORCE);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("most", MOST_GROUPS + 1);
        parameters.put("byForce", byForce);
        parameters.put("byRegion", byForce || by.contains(FindingGrouping.REGION));
        parameters.put("byCycle", byQuestion || by.contains(FindingGrouping.CYCLE));
        parameters.put("byPillar", byQuestion || by.contains(FindingGrouping.PILLAR));
        parameters.put("byQuestion", byQuestion);
        parameters.put("byKind", by.contains(FindingGrouping.KIND));
        parameters.put("byStatus", by.contains(FindingGrouping.STATUS));
        List<Counted> counted = Finding.matching(filter).aggregate(Counted.ROWS, """
                from (select case when :byForce then f.force_id end as force_group,
                             case when :byForce then o.slug end as slug,
                             case when :byRegion then o.region end as region,
                             case when :byCycle then f.cycle end as cycle,
                             case when :byCycle then c.position end as cycle_position,
                             case when :byPillar then q.pillar end as pillar,
                             case when :byQuestion then f.question_id end as question_id,
                             case when :byQuestion then q.position end as question_position,
                             case when :byKind then f.kind end as kind,
                             case when :byStatus then s.status end as status,
                             f.force_id
                      from %s f
                      join force o on o.id = f.force_id
                      join cycle c on c.code = f.cycle
                      left join question q on q.id = f.question_id
                      left join lateral (
                          select l.status from finding_status l
                          where :byStatus and l.finding_id = f.id
                          order by l.status_date desc, l.status
                          limit 1) s on true) g
                group by g.force_group, g.slug, g.region, g.cycle, g.cycle_position, g.pillar, g.question_id,
                         g.question_position, g.kind, g.status
                order by g.slug, g.region, g.cycle_position, g.pillar, g.question_position, g.kind, g.status
                limit :most
                """, parameters);
        if (counted.size() > MOST_GROUPS) {
            throw new BadUserInputException(
                    "The findings would be counted in more than %d groups. Count by less, or restrict forces, cycles or questions."
                            .formatted(MOST_GROUPS));
        }
        List<@Nullable Force> forces =
                Force.byKeys(counted.stream().map(Counted::force).toList());
        List<@Nullable Question> questions =
                Question.byKeys(counted.stream().map(Counted::question).toList());
        List<@Nullable Cycle> cycles =
                Cycle.byCodes(counted.stream().map(Counted::cycle).toList());
        return IntStream.range(0, counted.size())
                .mapToObj(i -> {
                    Counted each = counted.get(i);
                    return new FindingCount(
                            forces.get(i),
                            each.region,
                            cycles.get(i),
                            each.pillar,
                            questions.get(i),
                            each.kind,
                            each.status,
                            each.findings,
                            each.forces);
                })
                .toList();
    }
}
