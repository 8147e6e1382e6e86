package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The range of a total, such as a population, that a count and its rounded rate imply.
 *
 * @param low inclusive
 * @param high inclusive; null if unlimited
 */
record Bounds(BigDecimal low, @Nullable BigDecimal high) {

    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * @param rate the rate per {@code per}, rounded to the decimals it has
     */
    static Bounds of(BigDecimal count, BigDecimal rate, long per) {
        return of(new Bounds(count, count), rate, per);
    }

    /**
     * @param count the range of the count
     * @param rate the rate per {@code per}, rounded to the decimals it has
     */
    static Bounds of(Bounds count, BigDecimal rate, long per) {
        BigDecimal half = HALF.movePointLeft(Math.max(rate.scale(), 0));
        BigDecimal most = rate.add(half);
        BigDecimal least = rate.subtract(half);
        BigDecimal all = BigDecimal.valueOf(per);
        return new Bounds(
                most.signum() <= 0 ? BigDecimal.ZERO : count.low().multiply(all).divide(most, DIGITS),
                least.signum() <= 0 || count.high() == null
                        ? null
                        : count.high().multiply(all).divide(least, DIGITS));
    }

    /** Whether the ranges overlap. */
    boolean overlaps(Bounds other) {
        return (high == null || other.low.compareTo(high) <= 0)
                && (other.high == null || low.compareTo(other.high) <= 0);
    }

    /** The intersection of two overlapping ranges. */
    Bounds intersection(Bounds other) {
        BigDecimal top = high == null ? other.high : other.high == null ? high : high.min(other.high);
        return new Bounds(low.max(other.low), top);
    }

    /** In words, such as "642,440 to 644,350". */
    String print() {
        return high == null
                ? "at least " + whole(low, RoundingMode.CEILING)
                : whole(low, RoundingMode.CEILING) + " to " + whole(high, RoundingMode.FLOOR);
    }

    private static String whole(BigDecimal value, RoundingMode rounding) {
        return "%,d".formatted(value.setScale(0, rounding).longValueExact());
    }
}
