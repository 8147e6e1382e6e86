package peel.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.force.ComparatorSide;
import peel.force.MeasuredCondition;
import peel.force.MeasuredFilter;

/** Takes the values of a ranking, so that a condition and a ranking of the same metric and date can't disagree. */
@ApplicationScoped
class RankedValueCondition implements MeasuredCondition {

    @Override
    public List<UUID> matching(MeasuredFilter filter) {
        if (filter.comparator != null
                && filter.per == null
                && Metric.require(filter.metric).unit.isTotalled()) {
            throw new BadUserInputException(
                    "The filter \"measured\" cannot compare \"%s\" with England and Wales, whose value is the total of all forces. Omit \"comparator\", set \"per\", or choose a rate or share."
                            .formatted(filter.metric));
        }
        List<RankedObservation> ranked = Ranking.of(
                        RankingQuery.of(filter.metric, filter.at, filter.dimension, filter.per))
                .ranked();
        List<@Nullable BigDecimal> comparators =
                filter.comparator == null ? List.of() : RankedObservation.comparatorsOf(ranked);
        List<@Nullable UUID> keys = Area.forceKeysOf(RankedObservation.rowsOf(ranked));
        List<UUID> forces = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            BigDecimal value = ranked.get(i).rankedValue();
            UUID force = keys.get(i);
            if (value != null
                    && force != null
                    && isWithin(value, filter)
                    && (filter.comparator == null || isOn(filter.comparator, value, comparators.get(i)))) {
                forces.add(force);
            }
        }
        return forces;
    }

    private static boolean isWithin(BigDecimal value, MeasuredFilter filter) {
        return (filter.above == null || value.compareTo(filter.above) > 0)
                && (filter.atLeast == null || value.compareTo(filter.atLeast) >= 0)
                && (filter.below == null || value.compareTo(filter.below) < 0)
                && (filter.atMost == null || value.compareTo(filter.atMost) <= 0);
    }

    private static boolean isOn(ComparatorSide side, BigDecimal value, @Nullable BigDecimal comparator) {
        if (comparator == null) {
            return false;
        }
        int sign = value.compareTo(comparator);
        return side == ComparatorSide.ABOVE ? sign > 0 : sign < 0;
    }
}
