package peel.observation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.query.RowType;
import peel.query.Rows;

/**
 * How many observations there are of a metric, as the database counts them whenever they change.
 *
 * @param missing how many of them have no value
 * @param forces how many forces have one
 * @param first the earliest day, or last day of a period; null if none has a day
 * @param last the latest
 */
public record MetricTotals(
        int metricKey,
        int observations,
        int missing,
        int forces,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    private static final RowType<MetricTotals> ROWS = RowType.ofExpressions(row -> new MetricTotals(
            row.intValue("t.metric_id"),
            row.intValue("cast(t.observations as integer)"),
            row.intValue("cast(t.without_value as integer)"),
            row.intValue("f.forces"),
            row.date("d.first"),
            row.date("d.last")));

    /** Every metric that has an observation, by code. */
    public static List<MetricTotals> all() {
        return Rows.of(ROWS, """
                from observation_total t
                join metric m on m.id = t.metric_id
                cross join lateral (
                    select cast(count(*) as integer) as forces
                    from observation_total a join area on area.id = a.area_id
                    where a.metric_id = t.metric_id and a.dimension is null and a.ends_on is null
                      and a.observations > 0 and area.kind = 'FORCE') f
                cross join lateral (
                    select min(o.ends_on) as first, max(o.ends_on) as last
                    from observation_total o
                    where o.metric_id = t.metric_id and o.area_id is null and o.dimension is null
                      and o.ends_on > date '0001-01-01' and o.observations > 0) d
                where t.area_id is null and t.dimension is null and t.ends_on is null and t.observations > 0
                order by m.code
                """, Map.of());
    }
}
