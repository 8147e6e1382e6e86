package peel.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.query.RowType;
import peel.query.Rows;

/** Ranks forces and published combinations of forces by one metric; totals of England and Wales are not ranked. */
final class Ranking {

    /** Descriptions of arguments that all queries for rankings have. */
    static final String AT =
            "Date of the observations, or the last day of their period. A date without observations is an error that lists others. Default: the latest available.";

    static final String DIMENSION =
            "Dimension of the metric, such as `Sexual offences`. Required if there are several on that date.";

    static final String DIRECTION = "Sort direction. Default: `DESCENDING`, the largest value first.";

    // Parameters are read by selects, so that PostgreSQL expects the same number of rows for all of their values and
    // keeps one plan. Otherwise each request for a metric with few rows was planned again.
    private static final String OF_METRIC = """
            from observation o join area a on a.id = o.area_id
            where o.metric_id = (select cast(:metric as integer)) and a.kind in ('FORCE', 'COMBINED')
              and o.ends_on = (select cast(:day as date))
            """;

    private static final RowType<LocalDate> LAST_DAY = RowType.ofExpressions(row -> row.date("o.ends_on"));

    private Ranking() {}

    /**
     * Ranks the areas.
     *
     * @param at the last day of the observations, or null for the latest day
     * @param dimension the dimension, needed where the metric has several
     * @return empty if no force has an observation of the metric
     * @throws BadUserInputException if there is no such metric or dimension, no observation on that day, or if it isn't
     *     clear which dimension is meant
     */
    static List<RankedObservation> of(
            String metricCode, @Nullable LocalDate at, @Nullable String dimension, boolean descending) {
        Metric metric = Metric.require(metricCode);
        LocalDate day = at == null ? latest(metric) : at;
        if (day == null) {
            return List.of();
        }
        if (dimension != null) {
            List<StoredObservation> rows = rows(metric, day, dimension, descending);
            if (!rows.isEmpty()) {
                return ranked(onePerArea(rows));
            }
        }
        List<StoredObservation> rows = rows(metric, day, null, descending);
        if (rows.isEmpty()) {
            throw noneOn(metric, day);
        }
        String chosen = chosen(metric, day, dimension, rows);
        rows.removeIf(row -> !Objects.equals(row.dimension, chosen));
        return ranked(onePerArea(rows));
    }

    private static @Nullable LocalDate latest(Metric metric) {
        // Each area's latest day by index: the newest observations of the metric may be of areas that are not ranked,
        // and no index skips those.
        String sql = """
                from area a
                cross join lateral (
                    select o.ends_on from observation o
                    where o.metric_id = :metric and o.area_id = a.id
                    order by o.ends_on desc
                    limit 1) o
                where a.kind in ('FORCE', 'COMBINED')
                order by o.ends_on desc
                limit 1
                """;
        List<LocalDate> latest = Rows.of(LAST_DAY, sql, Map.of("metric", metric.key));
        return latest.isEmpty() ? null : latest.get(0);
    }

    /**
     * The observations of one dimension, or of all dimensions if it is null, so that the caller can find out which
     * exist.
     */
    private static List<StoredObservation> rows(
            Metric metric, LocalDate day, @Nullable String dimension, boolean descending) {
        Map<String, @Nullable Object> values = new HashMap<>(Map.of("metric", metric.key, "day", day));
        if (dimension != null) {
            values.put("dimension", dimension);
        }
        return Rows.of(
                StoredObservationRows.ROWS,
                OF_METRIC
                        + (dimension == null ? "" : "and o.dimension = :dimension ")
                        + "order by o.value "
                        + (descending ? "desc" : "asc")
                        // Of several changes of one area, the one against the latest baseline is ranked.
                        + " nulls last, a.code, o.baseline_from desc, o.id",
                values);
    }

    private static @Nullable String chosen(
            Metric metric, LocalDate day, @Nullable String dimension, List<StoredObservation> rows) {
        List<@Nullable String> dimensions = rows.stream()
                .map(row -> row.dimension)
                .distinct()
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .toList();
        if (dimension != null) {
            return inAnyCase(dimension, dimensions)
                    .orElseThrow(() -> BadUserInputException.unknown(
                            "dimension of " + metric.code + " on " + day, dimension, named(dimensions)));
        }
        if (dimensions.size() > 1) {
            throw new BadUserInputException(
                    "The metric \"%s\" has several dimensions on %s. Set \"dimension\" to one of: %s."
                            .formatted(metric.code, day, String.join(", ", named(dimensions))));
        }
        return dimensions.get(0);
    }

    /** The dimension as it is printed. */
    static Optional<String> inAnyCase(String dimension, List<@Nullable String> printed) {
        return printed.stream()
                .filter(Objects::nonNull)
                .filter(dimension::equalsIgnoreCase)
                .findFirst();
    }

    private static List<String> named(List<@Nullable String> dimensions) {
        return dimensions.stream().map(name -> name == null ? "(total)" : name).toList();
    }

    /** Keeps one row per area, the first with the area's latest baseline. The order of rows stays. */
    private static List<StoredObservation> onePerArea(List<StoredObservation> rows) {
        Map<Integer, StoredObservation> byArea = new HashMap<>();
        for (StoredObservation row : rows) {
            byArea.merge(row.areaKey, row, Ranking::ofLaterBaseline);
        }
        List<StoredObservation> one = new ArrayList<>(rows);
        one.removeIf(row -> byArea.get(row.areaKey) != row);
        return one;
    }

    private static StoredObservation ofLaterBaseline(StoredObservation first, StoredObservation other) {
        return other.baselineFrom != null
                        && (first.baselineFrom == null || other.baselineFrom.isAfter(first.baselineFrom))
                ? other
                : first;
    }

    /** Names the days nearest to the one asked for. */
    private static BadUserInputException noneOn(Metric metric, LocalDate day) {
        String sql = """
                from (select t.ends_on from observation_total t
                      where t.metric_id = :metric and t.area_id is null and t.dimension is null
                        and t.ends_on > date '0001-01-01' and t.observations > 0
                      order by abs(t.ends_on - cast(:day as date)), t.ends_on
                      limit 10) o
                order by o.ends_on
                """;
        List<LocalDate> days = Rows.of(LAST_DAY, sql, Map.of("metric", metric.key, "day", day));
        return new BadUserInputException(
                "No force has an observation of \"%s\" on %s. The nearest days with one are: %s."
                        .formatted(
                                metric.code,
                                day,
                                days.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
    }

    private static List<RankedObservation> ranked(List<StoredObservation> rows) {
        int of = (int) rows.stream().filter(row -> row.value != null).count();
        List<RankedObservation> ranking = new ArrayList<>();
        int start = 0;
        while (start < rows.size()) {
            BigDecimal value = rows.get(start).value;
            int end = start + 1;
            while (end < rows.size() && value != null && isEqual(value, rows.get(end).value)) {
                end++;
            }
            for (StoredObservation row : rows.subList(start, end)) {
                ranking.add(
                        value == null
                                ? new RankedObservation(null, (Observation) row, of, 0, null)
                                : new RankedObservation(
                                        start + 1, (Observation) row, of, end - start - 1, 1 + 4 * start / of));
            }
            start = end;
        }
        return ranking;
    }

    private static boolean isEqual(BigDecimal value, @Nullable BigDecimal other) {
        return other != null && value.compareTo(other) == 0;
    }
}
