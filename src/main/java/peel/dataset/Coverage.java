package peel.dataset;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.Rows;
import peel.question.Cycle;
import peel.question.Pillar;

/**
 * How much of a cycle and pillar is known.
 *
 * @param cycle the cycle
 * @param pillar the pillar, null from 2021/22 on
 * @param forcesGraded forces with at least one grade
 * @param forces all forces
 */
@Description("How much of a cycle and pillar is known.")
public record Coverage(
        @NonNull @Description("The cycle.") Cycle cycle,
        @Description("The pillar; null from 2021/22 on.") Pillar pillar,

        @Description("How many forces have at least one grade, given or carried over.")
        int forcesGraded,

        @Description("How many forces there are.") int forces) {

    /** The coverage of every cycle and pillar that was asked, in order. */
    static List<Coverage> all() {
        List<Known> rows = Rows.selected(
                """
                select q.cycle, q.pillar, count(distinct j.force_id), (select count(*) from force)
                from question q
                join cycle c on c.code = q.cycle
                left join judgment j on j.question_id = q.id and j.grade is not null and j.known_to is null
                group by c.position, q.cycle, q.pillar
                order by c.position, q.pillar
                """, Map.of(), row -> new Known(row.text(), row.constant(Pillar.class), row.number(), row.number()));
        List<Cycle> cycles = Cycle.byCodes(rows.stream().map(Known::cycle).toList());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    Known row = rows.get(i);
                    return new Coverage(cycles.get(i), row.pillar, row.forcesGraded, row.forces);
                })
                .toList();
    }

    private record Known(String cycle, Pillar pillar, int forcesGraded, int forces) {}
}
