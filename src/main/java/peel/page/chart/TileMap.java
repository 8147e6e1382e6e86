package peel.page.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forces as tiles of equal size in the places of a map, so that a small area counts as much as a large one. */
public final class TileMap {

    private static final double WIDTH = 350;
    private static final double PITCH = WIDTH / TileLayout.COLUMNS;
    private static final double TILE = PITCH - 4;

    private TileMap() {}

    /**
     * One force.
     *
     * @param slug decides the place
     * @param name as it is read out and shown on hovering: "Bedfordshire"
     * @param mark the grade, or why there is none
     * @param note more about the mark, such as "carried over from 2016", or null
     * @param address where the tile leads, or null
     */
    public record Tile(
            String slug,
            String name,
            Mark mark,
            @Nullable String note,
            @Nullable String address) {

        String words() {
            return name + ": " + mark.words() + (note == null ? "" : " (" + note + ")");
        }
    }

    public static Chart of(String label, List<Tile> tiles) {
        List<TileLayout.Place> places =
                TileLayout.of(tiles.stream().map(Tile::slug).toList());
        int rows = places.stream().mapToInt(TileLayout.Place::row).max().orElse(0) + 1;
        Legend legend =
                Legend.of(WIDTH, tiles.stream().map(Tile::mark).distinct().toList());
        double mapHeight = rows * PITCH;
        return new Chart(label, "chart-tiles", WIDTH, mapHeight + 10 + legend.height(), svg -> {
            for (int i = 0; i < tiles.size(); i++) {
                draw(svg, tiles.get(i), places.get(i));
            }
            legend.draw(svg, mapHeight + 10);
        });
    }

    private static void draw(Svg svg, Tile tile, TileLayout.Place place) {
        double x = place.column() * PITCH + 2;
        double y = place.row() * PITCH + 2;
        Mark mark = tile.mark();
        String on = mark.isGrade() ? " on-" + mark.style() : "";
        svg.part(tile.words(), tile.address(), () -> {
            svg.mark(x, y, TILE, TILE, mark);
            svg.text(x + TILE / 2, y + 17, place.code(), "middle" + on);
            Legend.letter(svg, x + TILE / 2, y + 36, mark, "middle strong large");
        });
    }
}
