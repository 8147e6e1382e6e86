package peel.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.query.OrderKey;
import peel.query.RowType;
import peel.query.Selection;
import peel.query.SqlArrays;

/**
 * What observations are looked for: by metric, area, dimension, last day, and whether there is a
 * value. Makes the statements that read no more of ten million observations than of a thousand: the
 * table {@code observation_total}, which is as small as there are metrics, areas and days, knows
 * which there are and how many.
 *
 * @param <T> the kind of observation
 */
final class ObservationQuery<T extends StoredObservation> {

    /** The largest number of pairs of a metric and an area that are read one by one; beyond it, only metrics are. */
    private static final int MOST_PARTS = 100;

    private static final RowType<Integer> METRICS = RowType.of(
            "(select m as metric_id from unnest(cast(:metrics as integer[])) m) t", row -> row.integer("metric_id"));

    private static final RowType<Integer> METRICS_OF_AREAS = RowType.of("""
            (select m as metric_id, a as area_id
             from unnest(cast(:metrics as integer[])) m, unnest(cast(:areas as integer[])) a) t""", row -> row.integer("metric_id"));

    private static final RowType<Integer> SERIES = RowType.of("""
            (select s.metric_id, s.dimension
             from unnest(cast(:metrics as integer[]), cast(:dimensions as text[])) s (metric_id, dimension)) t""", row -> row.integer("metric_id"));

    private static final RowType<Integer> SERIES_OF_AREAS = RowType.of("""
            (select s.metric_id, s.dimension, a as area_id
             from unnest(cast(:metrics as integer[]), cast(:dimensions as text[])) s (metric_id, dimension),
                  unnest(cast(:areas as integer[])) a) t""", row -> row.integer("metric_id"));

    private static final RowType<Integer> TOTALS = RowType.of("observation_total t", row -> row.integer("metric_id"));

    private final RowType<T> kind;
    private @Nullable List<Integer> metrics;
    private @Nullable List<Integer> areas;
    private @Nullable List<String> dimensions;
    /** The dimensions of the metrics that have them. */
    private List<Dimension> series = List.of();

    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Boolean missing;
    private @Nullable LocalDate asAt;

    ObservationQuery(RowType<T> kind) {
        this.kind = kind;
    }

    /**
     * Restricts to metrics.
     *
     * @param codes null does not restrict
     * @param types kinds of metrics; null does not restrict
     * @throws peel.error.BadUserInputException for the first code that does not exist
     */
    ObservationQuery<T> ofMetrics(@Nullable List<String> codes, @Nullable List<MetricType> types) {
        if (codes != null || types != null) {
            metrics = Metric.keysOf(codes, types);
        }
        return this;
    }

    /**
     * Restricts to areas, given by any of their names; null does not restrict.
     *
     * @throws peel.error.BadUserInputException for the first that does not exist
     */
    ObservationQuery<T> inAreas(@Nullable List<String> names) {
        if (names != null) {
            areas = Area.keysOf(names).stream().distinct().toList();
        }
        return this;
    }

    /**
     * Restricts to dimensions; null does not restrict. Must be called after {@link #ofMetrics}.
     *
     * @throws peel.error.BadUserInputException for the first name that no observation has
     */
    ObservationQuery<T> ofDimensions(@Nullable List<String> names) {
        if (names != null) {
            withDimensions(Dimension.requireAll(names));
        }
        return this;
    }

    /** Restricts to schemes; null does not restrict. Must be called after {@link #ofMetrics}. */
    ObservationQuery<T> ofSchemes(@Nullable List<OffenderScheme> schemes) {
        if (schemes != null) {
            withDimensions(Dimension.named(schemes.stream().map(Enum::name).toList()));
        }
        return this;
    }

    private void withDimensions(List<Dimension> found) {
        List<Integer> wanted = metrics;
        dimensions = found.stream().map(Dimension::name).distinct().toList();
        series = found.stream()
                .filter(each -> wanted == null || wanted.contains(each.metricKey()))
                .toList();
        metrics = series.stream().map(Dimension::metricKey).distinct().toList();
    }

    /** Restricts to observations whose last day lies in a span; null is no bound. */
    ObservationQuery<T> ending(@Nullable LocalDate from, @Nullable LocalDate to) {
        this.from = from;
        this.to = to;
        return this;
    }

    /** Restricts to stocks of a day; null does not restrict. */
    ObservationQuery<T> asAt(@Nullable LocalDate day) {
        this.asAt = day;
        return day == null ? this : ending(day, day);
    }

    /** Restricts to observations without a value ({@code true}) or with one ({@code false}); null does not restrict. */
    ObservationQuery<T> missing(@Nullable Boolean missing) {
        this.missing = missing;
        return this;
    }

    /** Builds the selection for one order. */
    Selection<T> in(OrderKey<T> order) {
        Selection<T> observations = ofDays();
        boolean byDate = !order.name().equals(StoredObservation.BY_METRIC.name());
        if (metrics != null && metrics.isEmpty() || areas != null && areas.isEmpty()) {
            return observations.where("false");
        }
        if (byDate && (metrics != null || areas != null)) {
            readEach(observations);
        } else if (!byDate && (areas != null || metrics != null && metrics.size() > 1)) {
            readOneAfterAnother(observations);
        } else {
            whereAll(observations);
        }
        return isTotalKept()
                ? observations.countedBy(
                        totals(true, areas != null, true), "cast(coalesce(sum(" + number() + "), 0) as bigint)")
                : observations.countedBy(whereAll(ofDays()), "count(*)");
    }

    private Selection<T> ofDays() {
        Selection<T> observations = Selection.of(kind);
        StoredObservation.ending(observations, from, to);
        if (asAt != null) {
            observations.where("o.as_at = :asAt", "asAt", asAt);
        }
        if (missing != null) {
            observations.where(missing ? "o.missing is not null" : "o.missing is null");
        }
        return observations;
    }

    private Selection<T> whereAll(Selection<T> observations) {
        return observations
                .whereAny("o.metric_id", metrics)
                .whereAny("o.area_id", areas)
                .whereAny("o.dimension", dimensions);
    }

    /** For orders by date: reads up to a page of each metric, area and dimension, and merges them. */
    private void readEach(Selection<T> observations) {
        int perArea = dimensions != null ? series.size() : metrics != null ? metrics.size() : 1;
        boolean eachArea = areas != null && areas.size() * perArea <= MOST_PARTS;
        List<String> same = new ArrayList<>();
        if (metrics != null) {
            same.add("o.metric_id = t.metric_id");
        }
        if (eachArea) {
            same.add("o.area_id = t.area_id");
        } else {
            observations.whereAny("o.area_id", areas);
        }
        if (dimensions != null) {
            same.add("o.dimension = t.dimension");
        }
        Selection<?> parts = dimensions == null ? totals(false, eachArea, false) : seriesOf(eachArea ? areas : null);
        observations.inParts(parts, String.join(" and ", same), List.of());
    }

    private Selection<?> seriesOf(@Nullable List<Integer> areas) {
        Selection<?> parts = Selection.of(areas == null ? SERIES : SERIES_OF_AREAS)
                .with(
                        "metrics",
                        SqlArrays.of(series.stream().map(Dimension::metricKey).toList()))
                .with(
                        "dimensions",
                        SqlArrays.of(series.stream().map(Dimension::name).toList()));
        return areas == null ? parts : parts.with("areas", SqlArrays.of(areas));
    }

    /** For the order by metric and area: reads metrics, or pairs of a metric and an area, in order until the page is full. */
    private void readOneAfterAnother(Selection<T> observations) {
        Selection<?> each = Selection.of(areas == null ? METRICS : METRICS_OF_AREAS)
                .with("metrics", SqlArrays.of(metrics == null ? Metric.keysOf(null, null) : metrics));
        observations.whereAny("o.dimension", dimensions);
        if (areas == null) {
            observations.inParts(each, "o.metric_id = t.metric_id", List.of("t.metric_id"));
        } else {
            observations.inParts(
                    each.with("areas", SqlArrays.of(areas)),
                    "o.metric_id = t.metric_id and o.area_id = t.area_id",
                    List.of("t.metric_id", "t.area_id"));
        }
    }

    /**
     * Whether {@code observation_total} has the totals. It has none for a span of days of given areas and given
     * metrics, of which few rows are counted.
     */
    private boolean isTotalKept() {
        boolean days = from != null || to != null;
        return asAt == null && !(days && areas != null && metrics != null);
    }

    private String number() {
        if (missing == null) {
            return "t.observations";
        }
        return missing ? "t.without_value" : "t.observations - t.without_value";
    }

    private Selection<?> totals(boolean ofDays, boolean ofAreas, boolean all) {
        Selection<?> totals = Selection.of(TOTALS);
        of(totals, "metric_id", "metrics", metrics);
        of(totals, "area_id", "areas", ofAreas ? areas : null);
        of(totals, "dimension", "dimensions", dimensions);
        if (!ofDays || from == null && to == null) {
            totals.where("t.ends_on is null");
        } else {
            if (from != null) {
                totals.where("t.ends_on >= :first", "first", from);
            }
            if (to != null) {
                totals.where("t.ends_on <= :last", "last", to);
            }
        }
        return all ? totals : totals.where(number() + " > 0");
    }

    private static void of(Selection<?> totals, String column, String name, @Nullable List<?> values) {
        if (values == null) {
            totals.where("t." + column + " is null");
        } else {
            totals.where("t." + column + " = any(:" + name + ")", name, SqlArrays.of(values));
        }
    }
}
