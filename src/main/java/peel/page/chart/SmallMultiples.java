package peel.page.chart;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small tile maps side by side, one a question, each with its counts. */
public final class SmallMultiples {

    private static final double GAP = 16;
    private static final double PANEL = 168;
    private static final double PITCH = PANEL / TileLayout.COLUMNS;
    private static final double TITLE_LINE = 15;
    private static final double BAR = 20;

    private SmallMultiples() {}

    /**
     * One small map.
     *
     * @param address where the panel leads, or null
     */
    public record Panel(
            String title,
            List<TileMap.Tile> tiles,
            @Nullable String address) {

        /** Counts of the marks that occur, in the order of the scale. */
        GradeBars.Bar counts() {
            return new GradeBars.Bar(
                    title,
                    Arrays.stream(Mark.values())
                            .map(mark -> new GradeBars.Count(mark, (int) tiles.stream()
                                    .filter(tile -> tile.mark() == mark)
                                    .count()))
                            .toList());
        }
    }

    /** One panel as a chart, for a page that lets panels flow. */
    public static Chart panel(Panel panel) {
        int lines = Svg.wrapped(panel.title(), PANEL, 12).size();
        return new Chart(
                panel.counts().words(),
                "chart-multiple",
                PANEL,
                height(panel, lines),
                svg -> draw(svg, panel, lines, 0, 0));
    }

    /** All panels in one chart. */
    public static Chart of(String label, List<Panel> panels, int columns) {
        int across = Math.max(1, Math.min(columns, panels.size()));
        int lines = panels.stream()
                .mapToInt(panel -> Svg.wrapped(panel.title(), PANEL, 12).size())
                .max()
                .orElse(0);
        double row =
                panels.stream().mapToDouble(panel -> height(panel, lines)).max().orElse(0) + GAP;
        int rows = (panels.size() + across - 1) / across;
        double width = across * (PANEL + GAP) - GAP;
        return new Chart(label, "chart-multiples", width, rows * row, svg -> {
            for (int i = 0; i < panels.size(); i++) {
                draw(svg, panels.get(i), lines, i % across * (PANEL + GAP), i / across * row);
            }
        });
    }

    private static double height(Panel panel, int lines) {
        return head(lines) + rows(panel) * PITCH + 4 + BAR;
    }

    /** The head leads to the question, so it is a target of at least 24 pixels. */
    private static double head(int lines) {
        return lines * TITLE_LINE + 9;
    }

    private static int rows(Panel panel) {
        return TileLayout.of(panel.tiles().stream().map(TileMap.Tile::slug).toList()).stream()
                        .mapToInt(TileLayout.Place::row)
                        .max()
                        .orElse(0)
                + 1;
    }

    private static void draw(Svg svg, Panel panel, int lines, double left, double top) {
        List<String> title = Svg.wrapped(panel.title(), PANEL, 12);
        double y = top + head(lines);
        svg.part(panel.title(), panel.address(), () -> {
            svg.box(left, top, PANEL, y - top, "ground");
            for (int i = 0; i < title.size(); i++) {
                svg.text(left + 1, top + 12 + i * TITLE_LINE, title.get(i), "strong name");
            }
        });
        svg.part(panel.counts().words(), null, () -> {
            List<TileLayout.Place> places =
                    TileLayout.of(panel.tiles().stream().map(TileMap.Tile::slug).toList());
            for (int i = 0; i < places.size(); i++) {
                Mark mark = panel.tiles().get(i).mark();
                double tileX = left + places.get(i).column() * PITCH + 0.5;
                double tileY = y + places.get(i).row() * PITCH + 0.5;
                svg.mark(tileX, tileY, PITCH - 2, PITCH - 2, mark);
                Legend.letter(svg, tileX + PITCH / 2 - 1, tileY + 15, mark, "small middle");
            }
            GradeBars.draw(svg, panel.counts(), left, y + rows(panel) * PITCH + 4, PANEL, BAR);
        });
    }
}
