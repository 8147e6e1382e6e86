package peel.page.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quartiles of values, between two values by linear interpolation, as spreadsheets ({@code QUARTILE.INC}) and R
 * (type 7) compute them.
 */
record Quartiles(BigDecimal lower, BigDecimal upper) {

    /** Fewer values have no middle half worth showing. */
    private static final int FEWEST = 8;

    /** Null if there are too few values. */
    static @Nullable Quartiles of(List<BigDecimal> values) {
        if (values.size() < FEWEST) {
            return null;
        }
        List<BigDecimal> sorted = values.stream().sorted().toList();
        return new Quartiles(at(sorted, 1), at(sorted, 3));
    }

    private static BigDecimal at(List<BigDecimal> sorted, int quarter) {
        int quarters = (sorted.size() - 1) * quarter;
        BigDecimal below = sorted.get(quarters / 4);
        if (quarters % 4 == 0) {
            return below;
        }
        BigDecimal share = BigDecimal.valueOf(quarters % 4).divide(BigDecimal.valueOf(4), MathContext.DECIMAL64);
        return below.add(sorted.get(quarters / 4 + 1).subtract(below).multiply(share));
    }
}
