package peel.page.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The areas of the forces with their real boundaries, coloured by quarter of a ranking. */
public final class BoundaryMap {

    private BoundaryMap() {}

    /**
     * One force.
     *
     * @param quarter from 1, the lowest values, to 4, the highest; null without a value
     * @param words the value, or why there is none
     * @param address where the area leads, or null
     */
    public record Value(
            String slug,
            String name,
            @Nullable Integer quarter,
            String words,
            @Nullable String address) {}

    /** @param quarters what the four quarters are, from the lowest: "5.2 to 8.1" */
    public static Chart of(String label, List<Value> values, List<String> quarters) {
        Map<String, Value> bySlug = new HashMap<>();
        values.forEach(value -> bySlug.putIfAbsent(value.slug(), value));
        double mapHeight = Boundaries.height();
        double legend = mapHeight + 12;
        return new Chart(label, "chart-map", Boundaries.WIDTH, legend + (quarters.size() + 1) * 22 + 2, svg -> {
            Boundaries.areas().forEach((slug, area) -> {
                Value value = bySlug.getOrDefault(slug, new Value(slug, slug, null, Mark.NOT_IN_DATA.words(), null));
                String look = look(value.quarter());
                svg.part(value.name() + ": " + value.words(), value.address(), () -> {
                    svg.path(area.path(), "area " + look);
                    if (area.tiny()) {
                        svg.circle(area.x(), area.y(), 4, "area " + look);
                    }
                });
            });
            double y = legend;
            for (int i = 0; i < quarters.size(); i++) {
                svg.box(1, y, 22, 16, "box " + look(i + 1));
                svg.text(12, y + 12, Integer.toString(i + 1), "small middle strong on-" + look(i + 1));
                svg.text(30, y + 12.5, quarters.get(i), "");
                y += 22;
            }
            svg.box(1, y, 22, 16, "box " + look(null));
            svg.text(30, y + 12.5, "no value", "");
        });
    }

    private static String look(@Nullable Integer quarter) {
        return quarter == null ? "no-value" : "quarter-" + quarter;
    }
}
