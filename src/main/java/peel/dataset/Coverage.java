package peel.dataset;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.query.RowType;
import peel.query.Rows;
import peel.question.Cycle;
import peel.question.Pillar;

@Description("Coverage of one cycle and pillar: how many forces have grades.")
public record Coverage(
        @NonNull @Description("Cycle of inspections.") Cycle cycle,

        @Description("Pillar. Null for cycles from 2021/22 onwards, which have no pillars.")
        Pillar pillar,

        @Description(
                "Number of forces with at least one current grade, including grades carried over from an earlier cycle.")
        int forcesGraded,

        @Description("Number of forces in the dataset.") int forces) {

    /** The coverage of every cycle and pillar that was asked, in order. */
    static List<Coverage> all() {
        List<CoverageRow> rows = Rows.of(CoverageRow.ROWS, """
                from question q
                join cycle c on c.code = q.cycle
                left join judgment j on j.question_id = q.id and j.grade is not null and j.known_to is null
                group by c.position, q.cycle, q.pillar
                order by c.position, q.pillar
                """, Map.of());
        List<Cycle> cycles = Cycle.byCodes(rows.stream().map(CoverageRow::cycle).toList());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    CoverageRow row = rows.get(i);
                    return new Coverage(cycles.get(i), row.pillar, row.forcesGraded, row.forces);
                })
                .toList();
    }

    private record CoverageRow(String cycle, Pillar pillar, int forcesGraded, int forces) {

        static final RowType<CoverageRow> ROWS = RowType.ofExpressions(row -> new CoverageRow(
                row.text("q.cycle"),
                row.enumValue("q.pillar", Pillar.class),
                row.intValue("count(distinct j.force_id)"),
                row.intValue("(select count(*) from force)")));
    }
}
