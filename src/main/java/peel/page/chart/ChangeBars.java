package peel.page.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many judgments got better and worse: bars to the right and to the left of a line, with their numbers. */
public final class ChangeBars {

    private static final double WIDTH = 356;
    private static final double MIDDLE = 236;
    private static final double HALF = 88;
    private static final double ROW = 24;

    /** A link must be easy to hit on a phone. */
    private static final double LINKED_ROW = 32;

    private static final double HEAD = 26;

    private ChangeBars() {}

    /** @param address where the row leads, or null */
    public record Bar(
            String name, int better, int worse, @Nullable String address) {

        String words() {
            return name + ": " + better + " better, " + worse + " worse";
        }
    }

    public static Chart of(String label, List<Bar> bars) {
        int most = bars.stream()
                .mapToInt(bar -> Math.max(bar.better(), bar.worse()))
                .max()
                .orElse(0);
        double unit = most == 0 ? 0 : HALF / most;
        boolean linked = bars.stream().anyMatch(bar -> bar.address() != null);
        double row = linked ? LINKED_ROW : ROW;
        double shift = (row - ROW) / 2;
        double end = HEAD + bars.size() * row;
        return new Chart(label, "chart-changes", WIDTH, end + 4, svg -> {
            svg.text(MIDDLE - 8, 14, "◀ worse", "end strong");
            svg.text(MIDDLE + 8, 14, "better ▶", "strong");
            double y = HEAD;
            for (Bar bar : bars) {
                double top = y + shift;
                svg.part(bar.words(), bar.address(), () -> {
                    if (linked) {
                        svg.box(0, top - shift, WIDTH, row, "ground");
                    }
                    svg.text(1, top + 15, bar.name(), "name");
                    double worse = bar.worse() * unit;
                    double better = bar.better() * unit;
                    if (bar.worse() + bar.better() == 0) {
                        svg.text(MIDDLE + 8, top + 15.5, "none", "muted");
                    }
                    if (bar.worse() > 0) {
                        svg.box(MIDDLE - worse, top + 3, worse, ROW - 6, "chosen");
                        svg.text(MIDDLE - worse - 5, top + 15.5, Integer.toString(bar.worse()), "end");
                    }
                    if (bar.better() > 0) {
                        svg.box(MIDDLE, top + 3, better, ROW - 6, "bar");
                        svg.text(MIDDLE + better + 5, top + 15.5, Integer.toString(bar.better()), "");
                    }
                });
                y += row;
            }
            svg.line(MIDDLE, HEAD - 2, MIDDLE, end, "axis");
        });
    }
}
