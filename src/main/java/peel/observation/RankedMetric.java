package peel.observation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.force.Force;

@Description("Ranking of forces by one metric on one date, or by the ratio of two, with what is needed to read it.")
public record RankedMetric(
        @NonNull @Description("Metric that areas are ranked by.")
        Metric metric,

        @Description("Date of the observations, or the last day of their period. Null if the metric has none.")
        @Nullable LocalDate at,

        @Description("Metric by which the values are divided. Null for a ranking without `per`.") @Nullable RankedDenominator per,

        @NonNull @Description(
                "Areas in order: forces, and combinations of forces that were published together. Equal values share a rank; areas without a value come last, with the reason in `observation.missing` or `ratio.missing`.")
        List<@NonNull RankedObservation> ranked,

        @NonNull @Description("Forces without an observation in the dataset, by name.")
        List<@NonNull Force> absent,

        @Description("Value of England and Wales. Null if there is none.") @Nullable Observation comparator,

        @Description(
                "Ratio of England and Wales, which `difference` refers to. Null for a ranking without `per`, and without an observation of England and Wales.")
        @Nullable Ratio comparatorRatio,

        @Description(
                "Mean of the forces' values, with one more decimal than they have, or of their ratios, with six significant digits. Each force counts once, whatever its size. Null without a value.")
        @Nullable BigDecimal mean,

        @Description("Median of the forces' values or ratios. Null without a value.") @Nullable BigDecimal median,

        @Description("Earlier date that `ranked.earlier` is about. Null for a ranking without `since`.") @Nullable LocalDate since,

        @NonNull @Description("Forces without an observation on the earlier date, by name. Empty for a ranking without `since`.")
        List<@NonNull Force> absentSince) {

    /**
     * Ranks the areas.
     *
     * @param since the earlier day that the ranking is compared with, or null
     * @throws BadUserInputException if there is no such metric or dimension, no observation on one of the days, if it
     *     isn't clear which dimension is meant, or if the values cannot be divided
     */
    static RankedMetric of(RankingQuery query, @Nullable LocalDate since) {
        Ranking.Result result = Ranking.of(query);
        List<RankedObservation> earlier = since == null ? List.of() : earlier(query, result, since);
        Map<Integer, RankedObservation> byArea = new HashMap<>();
        earlier.forEach(each -> byArea.put(each.row().areaKey, each));
        List<RankedObservation> ranked = since == null
                ? result.ranked()
                : result.ranked().stream()
                        .map(each -> each.since(byArea.get(each.row().areaKey)))
                        .toList();
        List<StoredObservation> rows = RankedObservation.rowsOf(ranked);
        List<@Nullable UUID> forces = Area.forceKeysOf(rows);
        List<BigDecimal> values = IntStream.range(0, ranked.size())
                .filter(i -> forces.get(i) != null)
                .mapToObj(i -> ranked.get(i).rankedValue())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        StoredObservation comparator = first(StoredObservation.comparatorsOf(rows));
        BigDecimal mean = mean(values);
        return new RankedMetric(
                result.metric(),
                result.at(),
                result.per(),
                ranked,
                absent(query, forces),
                (Observation) comparator,
                result.per() == null || comparator == null ? null : ratio(comparator, ranked, result.per()),
                mean == null || result.per() == null ? mean : Ratio.plain(mean.round(Ratio.DIGITS)),
                median(values),
                since,
                since == null ? List.of() : absent(query, Area.forceKeysOf(RankedObservation.rowsOf(earlier))));
    }

    private static List<RankedObservation> earlier(RankingQuery query, Ranking.Result result, LocalDate since) {
        if (result.at() == null) {
            return List.of();
        }
        if (!since.isBefore(result.at())) {
            throw new BadUserInputException(
                    "The ranking is of %s; \"since\" must be an earlier date, not %s.".formatted(result.at(), since));
        }
        if (query.per() != null && query.per().at != null) {
            throw new BadUserInputException(
                    "\"since\" cannot be combined with \"at\" of \"per\", which would be the denominator of both dates. Omit one of them.");
        }
        return Ranking.of(query.on(since)).ranked();
    }

    private static List<Force> absent(RankingQuery query, List<@Nullable UUID> present) {
        return Force.byName().stream()
                .filter(force -> query.forces() == null || query.forces().contains(force.key))
                .filter(force -> !present.contains(force.key))
                .toList();
    }

    private static @Nullable StoredObservation first(List<@Nullable StoredObservation> found) {
        return found.stream().filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Ratio ratio(StoredObservation comparator, List<RankedObservation> ranked, RankedDenominator per) {
        List<StoredObservation> denominators = RankedObservation.denominatorsOf(ranked);
        return Ratio.of(
                comparator,
                first(StoredObservation.comparatorsOf(denominators)),
                Objects.requireNonNull(Area.byKeys(List.of(comparator.areaKey)).get(0)),
                per.units());
    }

    /** The place of a force; null where it is absent or not ranked. */
    @Nullable RankedObservation rankOf(UUID force) {
        List<@Nullable UUID> forces = Area.forceKeysOf(RankedObservation.rowsOf(ranked));
        int place = forces.indexOf(force);
        return place < 0 ? null : ranked.get(place);
    }

    private static @Nullable BigDecimal mean(List<BigDecimal> values) {
        if (values.isEmpty()) {
            return null;
        }
        int scale = values.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), Math.max(scale, 0) + 1, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal median(List<BigDecimal> values) {
        if (values.isEmpty()) {
            return null;
        }
        int middle = values.size() / 2;
        return values.size() % 2 == 1
                ? values.get(middle)
                : values.get(middle - 1).add(values.get(middle)).divide(BigDecimal.valueOf(2));
    }
}
