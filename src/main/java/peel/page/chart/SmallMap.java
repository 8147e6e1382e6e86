package peel.page.chart;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The tiles of a {@link TileMap} without words, small enough to stand beside others: for seeing at a glance how questions
 * differ. A grade shows in the colour and in a sign on the tile. Drawn for pages only, and not read out: the page has the
 * numbers in words beside it.
 */
public final class SmallMap {

    private static final int PITCH = 10;
    private static final String TILE = "h9v9h-9z";

    private SmallMap() {}

    public record Tile(String slug, Mark mark) {}

    /** The map, an SVG element. */
    public static String of(List<Tile> tiles) {
        List<TileLayout.Place> places =
                TileLayout.of(tiles.stream().map(Tile::slug).toList());
        int rows = places.stream().mapToInt(TileLayout.Place::row).max().orElse(0) + 1;
        Map<Mark, StringBuilder> boxes = new EnumMap<>(Mark.class);
        Map<Mark, StringBuilder> signs = new EnumMap<>(Mark.class);
        for (int i = 0; i < tiles.size(); i++) {
            Mark mark = tiles.get(i).mark();
            String corner =
                    "M" + places.get(i).column() * PITCH + " " + places.get(i).row() * PITCH;
            boxes.computeIfAbsent(mark, first -> new StringBuilder())
                    .append(corner)
                    .append(TILE);
            signs.computeIfAbsent(mark, first -> new StringBuilder())
                    .append(corner)
                    .append(sign(mark));
        }
        Svg svg = open(TileLayout.COLUMNS * PITCH, rows * PITCH);
        boxes.forEach((mark, commands) -> svg.path(commands.toString(), "box " + mark.style()));
        signs.forEach((mark, commands) -> {
            if (!sign(mark).isEmpty()) {
                svg.path(commands.toString(), "sign on-" + mark.style());
            }
        });
        return svg.raw("</svg>").toString();
    }

    /** What one tile of a mark looks like, an SVG element. */
    public static String swatch(Mark mark) {
        Svg svg = open(PITCH, PITCH).path("M0 0" + TILE, "box " + mark.style());
        if (!sign(mark).isEmpty()) {
            svg.path("M0 0" + sign(mark), "sign on-" + mark.style());
        }
        return svg.raw("</svg>").toString();
    }

    /** The marks that any of these tiles has, in the order of the scale. */
    public static List<Mark> marksOf(List<Tile> tiles) {
        return Arrays.stream(Mark.values())
                .filter(mark -> tiles.stream().anyMatch(tile -> tile.mark() == mark))
                .toList();
    }

    /** A room of half a unit around the tiles is for their edges. */
    private static Svg open(int width, int height) {
        return new Svg(false)
                .raw("<svg viewBox=\"-.5 -.5 " + width + " " + height
                        + "\" class=\"chart chart-small\" aria-hidden=\"true\">");
    }

    /** Strokes from the corner of a tile: plus for the best grade, minus and a cross for those below the standard. */
    private static String sign(Mark mark) {
        return switch (mark) {
            case OUTSTANDING -> "m2 4.5h5m-2.5-2.5v5";
            case REQUIRES_IMPROVEMENT -> "m2 4.5h5";
            case INADEQUATE -> "m2.5 2.5l4 4m0-4l-4 4";
            case TO_BE_GRADED, UNGRADED, NOT_GRADED -> "m0 6l6-6m-3 9l6-6";
            case GOOD, ADEQUATE, NOT_INSPECTED, NOT_IN_DATA -> "";
        };
    }
}
