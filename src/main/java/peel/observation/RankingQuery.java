package peel.observation;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.force.DenominatorInput;

/**
 * What is ranked.
 *
 * @param metric the code
 * @param at the last day of the observations, or null for the latest day
 * @param dimension needed where the metric has several
 * @param descending whether the largest value comes first
 * @param per what values are divided by, or null
 * @param forces the keys of the forces that are ranked; null for all
 */
record RankingQuery(
        String metric,
        @Nullable LocalDate at,
        @Nullable String dimension,
        boolean descending,
        @Nullable DenominatorInput per,
        @Nullable Set<UUID> forces) {

    static RankingQuery of(
            String metric, @Nullable LocalDate at, @Nullable String dimension, @Nullable DenominatorInput per) {
        return new RankingQuery(metric, at, dimension, true, per, null);
    }

    RankingQuery on(LocalDate day) {
        return new RankingQuery(metric, day, dimension, descending, per, forces);
    }
}
