package peel.page.chart;

import java.util.List;
import java.util.stream.Collectors;

/** How many forces have each grade, as stacked bars with the numbers in and below them. */
public final class GradeBars {

    private static final double WIDTH = 350;
    private static final double BAR = 30;

    private GradeBars() {}

    public record Count(Mark mark, int forces) {}

    /** One bar; without a name if the chart has only one. */
    public record Bar(String name, List<Count> counts) {

        public Bar {
            counts = counts.stream().filter(count -> count.forces() > 0).toList();
        }

        String words() {
            String all = counts.stream()
                    .map(count -> count.mark().words() + " " + count.forces())
                    .collect(Collectors.joining(", "));
            return name.isEmpty() ? all : name + ": " + all;
        }
    }

    public static Chart of(String label, List<Bar> bars) {
        boolean one = bars.size() == 1;
        Legend legend = new Legend(WIDTH);
        for (Mark mark : Mark.values()) {
            int sum = bars.stream()
                    .flatMap(bar -> bar.counts().stream())
                    .filter(count -> count.mark() == mark)
                    .mapToInt(Count::forces)
                    .sum();
            if (sum > 0) {
                legend.add(mark, one ? mark.words() + " " + sum : mark.words());
            }
        }
        double row = BAR + 24;
        double barsHeight = bars.stream()
                .mapToDouble(bar -> bar.name().isEmpty() ? BAR + 8 : row)
                .sum();
        return new Chart(label, "chart-bars", WIDTH, barsHeight + legend.height(), svg -> {
            double y = 0;
            for (Bar bar : bars) {
                if (!bar.name().isEmpty()) {
                    svg.text(1, y + 13, bar.name(), "strong");
                    y += 18;
                }
                double top = y;
                svg.part(bar.words(), null, () -> draw(svg, bar, 0, top, WIDTH, BAR));
                y += BAR + (bar.name().isEmpty() ? 8 : 6);
            }
            legend.draw(svg, barsHeight);
        });
    }

    /** The bar alone. A segment is never narrower than its number. */
    static void draw(Svg svg, Bar bar, double left, double top, double width, double height) {
        int all = bar.counts().stream().mapToInt(Count::forces).sum();
        double least = 13;
        double narrow = bar.counts().stream()
                        .filter(count -> share(count, all, width) < least)
                        .count()
                * least;
        double wide = bar.counts().stream()
                .filter(count -> share(count, all, width) >= least)
                .mapToDouble(Count::forces)
                .sum();
        double x = left;
        for (Count count : bar.counts()) {
            double size = share(count, all, width) < least ? least : count.forces() / wide * (width - narrow);
            svg.mark(x + 0.5, top + 0.5, size - 1, height - 1, count.mark());
            String on = count.mark().isGrade() ? " on-" + count.mark().style() : "";
            svg.text(x + size / 2, top + height / 2 + 4.5, Integer.toString(count.forces()), "middle strong" + on);
            x += size;
        }
    }

    private static double share(Count count, int all, double width) {
        return all == 0 ? 0 : count.forces() * width / all;
    }
}
