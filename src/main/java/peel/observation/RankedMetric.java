package peel.observation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.Force;

@Description("Ranking of forces by one metric on one date, with what is needed to read it.")
public record RankedMetric(
        @NonNull @Description("Metric that areas are ranked by.")
        Metric metric,

        @Description("Date of the observations, or the last day of their period. Null if the metric has none.")
        @Nullable LocalDate at,

        @NonNull @Description(
                "Areas in order: forces, and combinations of forces that were published together. Equal values share a rank; areas without a value come last, with the reason in `missing`.")
        List<@NonNull RankedObservation> ranked,

        @NonNull @Description("Forces without an observation in the dataset, by name.")
        List<@NonNull Force> absent,

        @Description("Value of England and Wales. Null if there is none.") @Nullable Observation comparator,

        @Description(
                "Mean of the forces' values, with one more decimal than they have. Each force counts once, whatever its size. Null without a value.")
        @Nullable BigDecimal mean,

        @Description("Median of the forces' values. Null without a value.") @Nullable BigDecimal median) {

    /**
     * Ranks the areas.
     *
     * @param at the last day of the observations, or null for the latest day
     * @throws peel.error.BadUserInputException if there is no such metric or dimension, no observation on that day, or
     *     if it isn't clear which dimension is meant
     */
    static RankedMetric of(String metricCode, @Nullable LocalDate at, @Nullable String dimension, boolean descending) {
        List<RankedObservation> ranked = Ranking.of(metricCode, at, dimension, descending);
        List<StoredObservation> rows = RankedObservation.rowsOf(ranked);
        List<@Nullable UUID> forces = Area.forceKeysOf(rows);
        List<BigDecimal> values = IntStream.range(0, rows.size())
                .filter(i -> forces.get(i) != null)
                .mapToObj(i -> rows.get(i).value)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new RankedMetric(
                Metric.require(metricCode),
                rows.isEmpty() ? at : rows.get(0).endsOn,
                ranked,
                Force.byName().stream()
                        .filter(force -> !forces.contains(force.key))
                        .toList(),
                (Observation) StoredObservation.comparatorsOf(rows).stream()
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                mean(values),
                median(values));
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
