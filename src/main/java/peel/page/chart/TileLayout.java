package peel.page.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where each force's tile stands: roughly as on a map, seven columns wide, so that a phone shows it whole. */
final class TileLayout {

    static final int COLUMNS = 7;

    private static final Map<String, Place> PLACES = places();

    private TileLayout() {}

    /** Column and row from 0, and a short form of the name. */
    record Place(int column, int row, String code) {}

    /** The places of these forces. One that the layout does not know stands in rows below the others. */
    static List<Place> of(List<String> slugs) {
        int rows = PLACES.values().stream().mapToInt(Place::row).max().orElse(-1) + 1;
        List<Place> placed = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int others = 0;
        for (String slug : slugs) {
            Place place = PLACES.get(slug);
            if (place == null || !taken.add(slug)) {
                String letters = slug.replaceAll("[^a-z]", "");
                String code =
                        letters.substring(0, Math.min(3, letters.length())).toUpperCase(Locale.ROOT);
                place = new Place(others % COLUMNS, rows + others / COLUMNS, code);
                others++;
            }
            placed.add(place);
        }
        return placed;
    }

    static Map<String, Place> known() {
        return PLACES;
    }

    private static Map<String, Place> places() {
        Map<String, Place> places = new HashMap<>();
        row(places, 0, 3, "NBA northumbria");
        row(places, 1, 2, "CUM cumbria", "DUR durham", "CLE cleveland");
        row(places, 2, 2, "LAN lancashire", "NYK north-yorkshire");
        row(places, 3, 1, "MER merseyside", "GMP greater-manchester", "WYK west-yorkshire", "SYK south-yorkshire");
        row(places, 3, 5, "HUM humberside");
        row(places, 4, 0, "NWA north-wales", "CHE cheshire", "STA staffordshire", "DBY derbyshire");
        row(places, 4, 4, "NOT nottinghamshire", "LIN lincolnshire");
        row(places, 5, 0, "DYP dyfed-powys", "WME west-mercia", "WMI west-midlands", "LEI leicestershire");
        row(places, 5, 4, "NTH northamptonshire", "CAM cambridgeshire", "NFK norfolk");
        row(places, 6, 0, "SWA south-wales", "GWE gwent", "GLO gloucestershire", "WAR warwickshire");
        row(places, 6, 4, "BED bedfordshire", "HRT hertfordshire", "SFK suffolk");
        row(places, 7, 1, "AVS avon-and-somerset", "WIL wiltshire", "THV thames-valley", "MET metropolitan");
        row(places, 7, 5, "COL city-of-london", "ESX essex");
        row(places, 8, 1, "DVC devon-and-cornwall", "DOR dorset", "HAM hampshire", "SUR surrey", "KEN kent");
        row(places, 9, 4, "SUS sussex");
        return Map.copyOf(places);
    }

    private static void row(Map<String, Place> places, int row, int column, String... forces) {
        for (String force : forces) {
            int space = force.indexOf(' ');
            places.put(force.substring(space + 1), new Place(column, row, force.substring(0, space)));
            column++;
        }
    }
}
