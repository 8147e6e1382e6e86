package peel.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.force.Force;
import peel.query.RowType;
import peel.query.Rows;

/** Ranks forces and published combinations of forces by one metric; totals of England and Wales are not ranked. */
final class Ranking {

    /** Descriptions of arguments that all queries for rankings have. */
    static final String AT =
            "Date of the observations, or the last day of their period. A date without observations is an error that lists others. Default: the latest available.";

    static final String DIMENSION =
            "Dimension of the metric, such as `Sexual offences`. Required if there are several on that date.";

    static final String PER =
            "Metric by which the values are divided: `{metric: \"workforce.officers\"}` ranks by crimes per officer, for instance. Default: none.";

    static final String FORCES =
            "Forces that are ranked among each other: the peers of a force or a region, for instance. Default: all.";

    static final String SINCE =
            "Earlier date with whose ranking this one is compared, by the same rules. A date without observations is an error that lists others. Default: none.";

    static final String DIRECTION = "Sort direction. Default: `DESCENDING`, the largest value first.";

    // Parameters are read by selects, so that PostgreSQL expects the same number of rows for all of their values and
    // keeps one plan. Otherwise each request for a metric with few rows was planned again.
    private static final String OF_METRIC = """
            from observation o join area a on a.id = o.area_id
            where o.metric_id = (select cast(:metric as integer)) and a.kind in ('FORCE', 'COMBINED')
              and o.ends_on = (select cast(:day as date))
            """;

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final RowType<LocalDate> LAST_DAY = RowType.ofExpressions(row -> row.date("o.ends_on"));

    /**
     * The areas in order.
     *
     * @param metric what they are ranked by
     * @param at the last day of the observations; null if no force has one
     * @param per what the values are divided by, or null
     */
    record Result(
            Metric metric, @Nullable LocalDate at, @Nullable RankedDenominator per, List<RankedObservation> ranked) {}

    private Ranking() {}

    /**
     * Ranks the areas.
     *
     * @throws BadUserInputException if there is no such metric or dimension, no observation on that day, if it isn't
     *     clear which dimension is meant, or if the values cannot be divided
     */
    static Result of(RankingQuery query) {
        Metric metric = Metric.require(query.metric());
        Denominator per = query.per() == null ? null : Denominator.of(metric, query.per());
        LocalDate day = query.at() == null ? latest(metric, LAST) : query.at();
        if (day == null) {
            return new Result(metric, null, null, List.of());
        }
        List<StoredObservation> rows = observed(metric, day, query.dimension(), query.descending());
        List<StoredObservation> wanted = query.forces() == null ? rows : within(rows, query.forces());
        if (per == null) {
            return new Result(
                    metric,
                    day,
                    null,
                    ranked(wanted, wanted.stream().map(row -> (Ratio) null).toList()));
        }
        Denominator.Values values = per.valuesFor(metric, day, rows);
        return new Result(metric, day, values.denominator(), byRatio(wanted, values, query.descending()));
    }

    /**
     * The observations of one day by value, one for each area.
     *
     * @throws BadUserInputException if there is none, or if it isn't clear which dimension is meant
     */
    static List<StoredObservation> observed(
            Metric metric, LocalDate day, @Nullable String dimension, boolean descending) {
        if (dimension != null) {
            List<StoredObservation> rows = rows(metric, day, dimension, descending);
            if (!rows.isEmpty()) {
                return onePerArea(rows);
            }
        }
        List<StoredObservation> rows = rows(metric, day, null, descending);
        if (rows.isEmpty()) {
            throw noneOn(metric, day);
        }
        String chosen = chosen(metric, day, dimension, rows);
        rows.removeIf(row -> !Objects.equals(row.dimension, chosen));
        return onePerArea(rows);
    }

    /** Those of some forces, and of combinations of these forces. */
    private static List<StoredObservation> within(List<StoredObservation> rows, Set<UUID> forces) {
        List<@Nullable Area> areas =
                Area.byKeys(rows.stream().map(row -> row.areaKey).toList());
        List<Area> combined = areas.stream()
                .filter(area -> area != null && area.forceKey == null)
                .map(Objects::requireNonNull)
                .toList();
        Set<Integer> whole = new HashSet<>();
        List<List<Force>> members = combined.isEmpty() ? List.of() : Area.membersOf(combined);
        for (int i = 0; i < combined.size(); i++) {
            if (members.get(i).stream().allMatch(member -> forces.contains(member.key))) {
                whole.add(combined.get(i).key);
            }
        }
        List<StoredObservation> found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Area area = areas.get(i);
            if (area != null && (area.forceKey == null ? whole.contains(area.key) : forces.contains(area.forceKey))) {
                found.add(rows.get(i));
            }
        }
        return found;
    }

    private static List<RankedObservation> byRatio(
            List<StoredObservation> rows, Denominator.Values values, boolean descending) {
        List<Ratio> ratios = values.ratiosOf(rows);
        Comparator<BigDecimal> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        // Equal ratios stay in the order of the rows.
        List<Integer> places = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparing(i -> ratios.get(i).value(), Comparator.nullsLast(order)))
                .toList();
        return ranked(
                places.stream().map(rows::get).toList(),
                places.stream().map(ratios::get).toList());
    }

    /** The latest day, not after another, on which an area that is ranked has an observation. */
    static @Nullable LocalDate latest(Metric metric, LocalDate notAfter) {
        // Each area's latest day by index: the newest observations of the metric may be of areas that are not ranked,
        // and no index skips those.
        String sql = """
                from area a
                cross join lateral (
                    select o.ends_on from observation o
                    where o.metric_id = :metric and o.area_id = a.id and o.ends_on <= :notAfter
                    order by o.ends_on desc
                    limit 1) o
                where a.kind in ('FORCE', 'COMBINED')
                order by o.ends_on desc
                limit 1
                """;
        List<LocalDate> latest = Rows.of(LAST_DAY, sql, Map.of("metric", metric.key, "notAfter", notAfter));
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
            return Dimension.inAnyCase(dimension, dimensions)
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

    private static List<RankedObservation> ranked(List<StoredObservation> rows, List<@Nullable Ratio> ratios) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Ratio ratio = ratios.get(i);
            values.add(ratio == null ? rows.get(i).value : ratio.value());
        }
        int of = (int) values.stream().filter(Objects::nonNull).count();
        List<RankedObservation> ranking = new ArrayList<>();
        int start = 0;
        while (start < rows.size()) {
            BigDecimal value = values.get(start);
            int end = start + 1;
            while (end < rows.size() && value != null && isEqual(value, values.get(end))) {
                end++;
            }
            for (int i = start; i < end; i++) {
                ranking.add(new RankedObservation(
                        value == null ? null : Integer.valueOf(start + 1),
                        (Observation) rows.get(i),
                        of,
                        value == null ? 0 : end - start - 1,
                        value == null ? null : Integer.valueOf(1 + 4 * start / of),
                        ratios.get(i),
                        null,
                        null));
            }
            start = end;
        }
        return ranking;
    }

    private static boolean isEqual(BigDecimal value, @Nullable BigDecimal other) {
        return other != null && value.compareTo(other) == 0;
    }
}
