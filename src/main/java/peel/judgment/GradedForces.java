package peel.judgment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.query.RowType;
import peel.query.Rows;
import peel.question.Pillar;

/**
 * How many forces have a current grade, given or carried over, in a cycle and pillar.
 *
 * @param pillar null for the cycles without pillars
 */
public record GradedForces(String cycleCode, @Nullable Pillar pillar, int number) {

    private static final RowType<GradedForces> ROWS = RowType.ofExpressions(row ->
            new GradedForces(row.text("j.cycle"), row.enumValue("j.pillar", Pillar.class), row.intValue("count(*)")));

    /** Every cycle and pillar in which a force has a grade, in no order. */
    public static List<GradedForces> all() {
        return Rows.of(ROWS, """
                from (select distinct cycle, pillar, force_id
                      from judgment
                      where grade is not null and known_to is null) j
                group by j.cycle, j.pillar
                """, Map.of());
    }
}
