package peel.observation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Value of an observation divided by that of another metric for the same area.")
public record Ratio(
        @Description(
                "Value of the observation divided by that of the denominator, times `units`, rounded to six significant digits. Null if `missing` says why.")
        @Nullable BigDecimal value,

        @Description("Observation of the denominator. Null if the dataset has none.") @Nullable Observation denominator,

        @NonNull @Description("Number of units of the denominator that the value is for: 1000 for a rate per 1,000 people.")
        int units,

        @Description("Why there is no value. Null if there is one.") @Nullable RatioMissingReason missing) {

    /** Rounds ratios, and means of them. */
    static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_UP);

    /** Left out of the rates per resident that the inspectorate prints, and of those that the service computes. */
    private static final String CITY_OF_LONDON = "city-of-london";

    /** The ratio of two observations of one area. */
    static Ratio of(StoredObservation divided, @Nullable StoredObservation denominator, Area area, int units) {
        RatioMissingReason reason = reason(divided, denominator, area);
        BigDecimal value = reason != null || denominator == null || denominator.value == null || divided.value == null
                ? null
                : plain(divided.value.multiply(BigDecimal.valueOf(units)).divide(denominator.value, DIGITS));
        return new Ratio(value, (Observation) denominator, units, reason);
    }

    /** Without an exponent: GraphQL clients show 1.2E+3 as it is. */
    static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static @Nullable RatioMissingReason reason(
            StoredObservation divided, @Nullable StoredObservation denominator, Area area) {
        if (denominator == null) {
            return RatioMissingReason.NO_DENOMINATOR;
        }
        if (denominator instanceof Population && area.code.equals(CITY_OF_LONDON)) {
            return RatioMissingReason.FEW_RESIDENTS;
        }
        if (divided.from != null
                && denominator.from != null
                && !(divided.from.equals(denominator.from) && Objects.equals(divided.to, denominator.to))) {
            return RatioMissingReason.OTHER_PERIOD;
        }
        if (divided.value == null) {
            return RatioMissingReason.NO_VALUE;
        }
        if (denominator.value == null) {
            return RatioMissingReason.DENOMINATOR_WITHOUT_VALUE;
        }
        return denominator.value.signum() == 0 ? RatioMissingReason.DENOMINATOR_IS_ZERO : null;
    }
}
