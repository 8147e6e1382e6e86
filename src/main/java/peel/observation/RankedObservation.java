package peel.observation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Observation with its rank.")
public record RankedObservation(
        @Description(
                "Rank, counted from 1; equal values share a rank. Null if the observation, or the ratio that is ranked, has no value.")
        @Nullable Integer rank,

        @NonNull @Description(
                "Observation that is ranked. If `rank` is null, `observation.missing` or `ratio.missing` says why.")
        Observation observation,

        @NonNull @Description("Number of observations with a rank, so that `rank` is out of `of`.")
        int of,

        @NonNull @Description("Number of other observations that share the rank. 0 without a rank.")
        int tied,

        @Description("Quarter of the ranking, from 1 for the first to 4 for the last. Null without a rank.") @Nullable Integer quarter,

        @Description("Ratio that is ranked, with its denominator. Null for a ranking without `per`.") @Nullable Ratio ratio,

        @Description(
                "The same area in the ranking of the earlier date. Null for a ranking without `since`, and if the dataset has no observation of the area on that date.")
        @Nullable RankedObservation earlier,

        @Description(
                "Number of places by which the area rose since the earlier date; negative if it fell. Compare `of` with `earlier.of`: areas without a rank are not counted. Null without a rank on either date.")
        @Nullable Integer movement) {

    /** The rows that are ranked. */
    static List<StoredObservation> rowsOf(List<RankedObservation> ranked) {
        return ranked.stream().map(RankedObservation::row).toList();
    }

    /** The denominators of ratios, where there are any. */
    static List<StoredObservation> denominatorsOf(List<RankedObservation> ranked) {
        return ranked.stream()
                .map(each -> each.ratio == null ? null : each.ratio.denominator())
                .filter(Objects::nonNull)
                .map(StoredObservation.class::cast)
                .toList();
    }

    /**
     * For each the value of England and Wales that is compared with: of the ratio, or of the metric; null where there is
     * none, and for numbers, of which that value is the total.
     */
    static List<@Nullable BigDecimal> comparatorsOf(List<RankedObservation> ranked) {
        List<StoredObservation> rows = rowsOf(ranked);
        List<@Nullable StoredObservation> comparators = StoredObservation.comparatorsOf(rows);
        List<StoredObservation> denominators = denominatorsOf(ranked);
        List<@Nullable StoredObservation> divisors =
                denominators.isEmpty() ? List.of() : StoredObservation.comparatorsOf(denominators);
        List<@Nullable Metric> metrics =
                Metric.byKeys(rows.stream().map(row -> row.metricKey).toList());
        List<@Nullable BigDecimal> values = new ArrayList<>();
        int divisor = 0;
        for (int i = 0; i < rows.size(); i++) {
            StoredObservation comparator = comparators.get(i);
            Ratio ratio = ranked.get(i).ratio;
            Metric metric = metrics.get(i);
            if (ratio != null) {
                StoredObservation divides = ratio.denominator() == null ? null : divisors.get(divisor++);
                values.add(
                        comparator == null
                                ? null
                                : Ratio.of(comparator, divides, areaOf(comparator), ratio.units())
                                        .value());
            } else {
                values.add(comparator == null || metric == null || metric.unit.isTotalled() ? null : comparator.value);
            }
        }
        return values;
    }

    private static Area areaOf(StoredObservation observation) {
        return Objects.requireNonNull(Area.byKeys(List.of(observation.areaKey)).get(0));
    }

    StoredObservation row() {
        return (StoredObservation) observation;
    }

    /** What is ranked: the ratio, or the observation's value. */
    @Nullable BigDecimal rankedValue() {
        return ratio == null ? row().value : ratio.value();
    }

    RankedObservation since(@Nullable RankedObservation before) {
        Integer places =
                rank == null || before == null || before.rank == null ? null : Integer.valueOf(before.rank - rank);
        return new RankedObservation(rank, observation, of, tied, quarter, ratio, before, places);
    }
}
