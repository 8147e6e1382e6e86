package peel.page.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Forces by one figure, the first at the top, with England and Wales as a line and the middle half of the forces as a
 * band. Forces without a value come last, each with the reason in words.
 */
public final class RankingPlot {

    private static final double WIDTH = 356;
    private static final double LEFT = 136;
    private static final double RIGHT = 292;
    private static final double ROW = 22;
    private static final double HEAD = 40;

    private RankingPlot() {}

    /**
     * One force.
     *
     * @param value null if there is none
     * @param printed the value as text, or why there is none
     * @param rank as in the ranking, or null
     * @param chosen whether the force is the one that the reader looks for
     * @param address where the row leads, or null
     */
    public record Row(
            String name,
            @Nullable BigDecimal value,
            String printed,
            @Nullable Integer rank,
            boolean chosen,
            @Nullable String address) {

        String words() {
            return rank == null ? name + ": " + printed : name + ": " + printed + ", rank " + rank;
        }
    }

    /** A value that the rows are compared with: England and Wales. */
    public record Reference(String name, BigDecimal value, String printed) {}

    /**
     * The middle half of the forces.
     *
     * @param lower the lower quartile
     * @param upper the upper quartile
     */
    public record Band(BigDecimal lower, BigDecimal upper) {}

    /**
     * @param reference null if there is none, or if it is a total that no single force can be compared with
     * @param band null if there are too few values
     */
    public static Chart of(String label, List<Row> rows, @Nullable Reference reference, @Nullable Band band) {
        List<Row> valued = rows.stream().filter(row -> row.value() != null).toList();
        List<Row> others = rows.stream().filter(row -> row.value() == null).toList();
        List<Double> values = new ArrayList<>();
        valued.forEach(row -> values.add(Objects.requireNonNull(row.value()).doubleValue()));
        if (reference != null) {
            values.add(reference.value().doubleValue());
        }
        Scale scale = new Scale(values, LEFT, RIGHT, true);
        double end = HEAD + valued.size() * ROW;
        double othersHeight =
                others.stream().mapToDouble(RankingPlot::otherHeight).sum() + (others.isEmpty() ? 0 : 26);
        double noteHeight = band == null ? 0 : 22;
        return new Chart(label, "chart-ranking", WIDTH, end + 24 + noteHeight + othersHeight, svg -> {
            if (!valued.isEmpty()) {
                plot(svg, valued, reference, band, scale, end);
            }
            double y = end + 24;
            if (band != null) {
                svg.box(1, y - 2, 22, 14, "band");
                svg.text(29, y + 9, "middle half of the forces", "muted");
                y += noteHeight;
            }
            if (!others.isEmpty()) {
                svg.text(1, y + 14, "Without a rank", "strong");
                y += 26;
                for (Row row : others) {
                    other(svg, row, y);
                    y += otherHeight(row);
                }
            }
        });
    }

    private static void plot(
            Svg svg, List<Row> valued, @Nullable Reference reference, @Nullable Band band, Scale scale, double end) {
        if (band != null) {
            double lower = scale.at(band.lower().doubleValue());
            double upper = scale.at(band.upper().doubleValue());
            svg.box(lower, HEAD - 4, Math.max(upper - lower, 1), end - HEAD + 4, "band");
        }
        for (double tick : scale.ticks()) {
            double x = scale.at(tick);
            svg.line(x, HEAD - 4, x, end, tick == 0 ? "axis" : "grid");
            svg.text(x, end + 14, Scale.label(tick), "small middle muted");
        }
        if (reference != null) {
            double x = scale.at(reference.value().doubleValue());
            svg.line(x, HEAD - 8, x, end, "reference");
            String words = reference.name() + " " + reference.printed();
            double half = words.length() * 3.3;
            svg.text(Math.max(half, Math.min(x, WIDTH - half)), HEAD - 14, words, "middle strong");
        }
        double zero = scale.at(0);
        double y = HEAD;
        for (Row row : valued) {
            double middle = y + ROW / 2;
            double x = scale.at(Objects.requireNonNull(row.value()).doubleValue());
            svg.part(row.words(), row.address(), () -> {
                svg.text(LEFT - 8, middle + 4, shortened(row.name()), row.chosen() ? "end strong name" : "end name");
                svg.line(zero, middle, x, middle, row.chosen() ? "stem-chosen" : "stem");
                svg.circle(x, middle, row.chosen() ? 6 : 4.5, row.chosen() ? "chosen" : "bar");
                svg.text(WIDTH, middle + 4, row.printed(), row.chosen() ? "end strong" : "end");
            });
            y += ROW;
        }
    }

    private static void other(Svg svg, Row row, double top) {
        svg.part(row.words(), row.address(), () -> {
            svg.text(LEFT - 8, top + 14, shortened(row.name()), row.chosen() ? "end strong name" : "end name");
            List<String> reason = Svg.wrapped(row.printed(), WIDTH - LEFT, 12);
            for (int i = 0; i < reason.size(); i++) {
                svg.text(LEFT, top + 14 + i * 16, reason.get(i), "muted");
            }
        });
    }

    private static double otherHeight(Row row) {
        return Math.max(ROW, Svg.wrapped(row.printed(), WIDTH - LEFT, 12).size() * 16 + 8);
    }

    /** The name as far as there is room for it; the whole one is read out and shown on hovering. */
    private static String shortened(String name) {
        return name.length() <= 20 ? name : name.substring(0, 19).trim() + "…";
    }
}
