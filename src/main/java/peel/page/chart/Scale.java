package peel.page.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** From values to coordinates, with round numbers for the axis. */
final class Scale {

    private static final double[] ROUND = {1, 2, 5, 10};

    private final double low;
    private final double high;
    private final double from;
    private final double to;
    private final double step;

    /**
     * A scale that holds all values. It starts at zero, unless the values are far from it compared with how much they
     * differ and zero is not needed.
     *
     * @param from coordinate of the lowest value
     * @param to coordinate of the highest value
     * @param zero whether zero must be on the scale: bars grow from it
     */
    Scale(List<Double> values, double from, double to, boolean zero) {
        double least = values.stream().mapToDouble(v -> v).min().orElse(0);
        double most = values.stream().mapToDouble(v -> v).max().orElse(1);
        if (zero || least > 0 && least < most * 0.6) {
            least = Math.min(0, least);
            most = Math.max(0, most);
        }
        if (least == most) {
            most = least + 1;
        }
        double rough = (most - least) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double chosen = power * 10;
        for (double round : ROUND) {
            if (round * power >= rough * 0.999) {
                chosen = round * power;
                break;
            }
        }
        step = chosen;
        low = Math.floor(least / step + 1e-9) * step;
        high = Math.ceil(most / step - 1e-9) * step;
        this.from = from;
        this.to = to;
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step / 2; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /** The label of a tick: 250, 0.5, 20k, 2.5m. */
    static String label(double tick) {
        double size = Math.abs(tick);
        if (size >= 1_000_000) {
            return plain(tick / 1_000_000) + "m";
        }
        if (size >= 10_000) {
            return plain(tick / 1_000) + "k";
        }
        return plain(tick);
    }

    private static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new java.math.MathContext(6));
        return rounded.signum() == 0
                ? "0"
                : rounded.stripTrailingZeros().toPlainString().replace('-', '\u2212');
    }
}
