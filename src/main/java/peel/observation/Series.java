package peel.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.query.Rows;
import peel.query.SqlArrays;

@Description("Values of one metric for one area over time.")
public record Series(
        @NonNull @Description("Metric of the values.") Metric metric,

        @NonNull @Description("Area of the values.") Area area,

        @Description("Dimension of the values. Null for a metric without dimensions, and for its total.") @Nullable String dimension,

        @NonNull @Description(
                "Points, oldest first. All series of a request have the same dates; several publications may give a value for one of them.")
        List<@NonNull SeriesPoint> points) {

    private static final int MOST_AREAS = 10;

    /** A metric has observations of a few hundred days at most. */
    private static final int MOST_POINTS = 1000;

    /**
     * Reads the series of some areas in one statement.
     *
     * @param areas any names of areas and forces
     * @param from the earliest last day of a period, or null
     * @param to the latest, or null
     * @throws BadUserInputException if there is no such metric, area or dimension, if it isn't clear which dimension is
     *     meant, or if there are too many areas
     */
    static List<Series> of(
            String metricCode,
            List<String> areas,
            @Nullable String dimension,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Metric metric = Metric.require(metricCode);
        if (areas.size() > MOST_AREAS) {
            throw new BadUserInputException(
                    "The request has %d areas; at most %d are allowed.".formatted(areas.size(), MOST_AREAS));
        }
        List<Integer> keys = Area.keysOf(areas).stream().distinct().toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("metric", metric.key);
        parameters.put("areas", SqlArrays.of(keys));
        parameters.put("first", from == null ? LocalDate.of(1, 1, 1) : from);
        parameters.put("last", to == null ? LocalDate.of(9999, 12, 31) : to);
        parameters.put("most", MOST_AREAS * MOST_POINTS + 1);
        List<StoredObservation> rows = dimension == null ? List.of() : rows(parameters, dimension);
        String chosen = dimension;
        if (rows.isEmpty()) {
            List<StoredObservation> all = rows(parameters, null);
            chosen = chosen(metric, dimension, all);
            all.removeIf(ofOther(chosen));
            rows = all;
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        Map<Integer, List<StoredObservation>> ofArea = new HashMap<>();
        for (StoredObservation row : rows) {
            days.add(row.endsOn);
            ofArea.computeIfAbsent(row.areaKey, key -> new ArrayList<>()).add(row);
        }
        List<Series> series = new ArrayList<>();
        for (Area area : Area.byKeys(keys)) {
            series.add(new Series(
                    metric,
                    Objects.requireNonNull(area),
                    chosen,
                    points(days, ofArea.getOrDefault(area.key, List.of()))));
        }
        return series;
    }

    /** The observations of one dimension, or of all if it is null, so that the caller can find out which exist. */
    private static List<StoredObservation> rows(Map<String, @Nullable Object> bounds, @Nullable String dimension) {
        Map<String, @Nullable Object> parameters = new HashMap<>(bounds);
        parameters.put("dimension", dimension);
        List<StoredObservation> rows = Rows.of(
                StoredObservationRows.ROWS,
                """
                from observation o
                where o.metric_id = :metric and o.area_id = any(:areas) and o.ends_on between :first and :last%s
                order by o.ends_on, o.publication_id, o.id
                limit :most
                """.formatted(dimension == null ? "" : " and o.dimension = :dimension"),
                parameters);
        if (rows.size() > MOST_AREAS * MOST_POINTS) {
            throw new BadUserInputException(
                    "The series have more than %d points. Restrict \"from\" and \"to\", or name fewer areas."
                            .formatted(MOST_AREAS * MOST_POINTS));
        }
        return rows;
    }

    private static Predicate<StoredObservation> ofOther(@Nullable String dimension) {
        return row -> !Objects.equals(row.dimension, dimension);
    }

    private static List<SeriesPoint> points(TreeSet<LocalDate> days, List<StoredObservation> rows) {
        Map<LocalDate, List<StoredObservation>> byDay = new HashMap<>();
        rows.forEach(row ->
                byDay.computeIfAbsent(row.endsOn, day -> new ArrayList<>()).add(row));
        List<SeriesPoint> points = new ArrayList<>();
        StoredObservation before = null;
        for (LocalDate day : days) {
            List<StoredObservation> found = byDay.get(day);
            if (found == null) {
                points.add(new SeriesPoint(day, null, false, null));
                continue;
            }
            for (StoredObservation row : found) {
                boolean breaks = before != null
                        && (!Objects.equals(before.source.publicationKey, row.source.publicationKey)
                                || !Objects.equals(before.comparability, row.comparability));
                BigDecimal change = before == null || breaks || before.value == null || row.value == null
                        ? null
                        : row.value.subtract(before.value);
                points.add(new SeriesPoint(day, (Observation) row, breaks, change));
                before = row;
            }
        }
        return points;
    }

    /** The total, if there is one and no other dimension is asked for. */
    private static @Nullable String chosen(Metric metric, @Nullable String dimension, List<StoredObservation> rows) {
        List<@Nullable String> dimensions = rows.stream()
                .map(row -> row.dimension)
                .distinct()
                .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
                .toList();
        if (dimension != null && !dimensions.isEmpty()) {
            return Dimension.inAnyCase(dimension, dimensions)
                    .orElseThrow(() -> BadUserInputException.unknown(
                            "dimension of " + metric.code,
                            dimension,
                            dimensions.stream().filter(Objects::nonNull).toList()));
        }
        if (dimension != null || dimensions.isEmpty() || dimensions.contains(null)) {
            return dimension;
        }
        if (dimensions.size() > 1) {
            throw new BadUserInputException("The metric \"%s\" has several dimensions. Set \"dimension\" to one of: %s."
                    .formatted(metric.code, String.join(", ", dimensions)));
        }
        return dimensions.get(0);
    }
}
