package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Between which numbers something must lie that a count and its rounded rate tell of: a population,
 * or the offences of a year.
 *
 * @param low the least
 * @param high the most; null without limit
 */
record Bounds(BigDecimal low, BigDecimal high) {

    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * @param count what was counted
     * @param rate how much that is for so many, rounded to its decimals
     * @param per for how many
     */
    static Bounds of(BigDecimal count, BigDecimal rate, long per) {
        return of(new Bounds(count, count), rate, per);
    }

    /**
     * @param count what was counted lies between these
     * @param rate how much that is for so many, rounded to its decimals
     * @param per for how many
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

    /** Whether both can be true. */
    boolean meets(Bounds other) {
        return (high == null || other.low.compareTo(high) <= 0)
                && (other.high == null || low.compareTo(other.high) <= 0);
    }

    /** What is left if both are true. */
    Bounds and(Bounds other) {
        BigDecimal top = high == null ? other.high : other.high == null ? high : high.min(other.high);
        return new Bounds(low.max(other.low), top);
    }

    /** "642,440 to 644,350". */
    String print() {
        return high == null
                ? "at least " + whole(low, RoundingMode.CEILING)
                : whole(low, RoundingMode.CEILING) + " to " + whole(high, RoundingMode.FLOOR);
    }

    private static String whole(BigDecimal value, RoundingMode rounding) {
        return "%,d".formatted(value.setScale(0, rounding).longValueExact());
    }
}
