package peel.page.chart;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The areas of the forces as paths of SVG. Longitude is shortened by the cosine of the middle latitude (an equirectangular
 * projection), and points are moved to a grid: neighbours share their points, so that the borders still meet.
 */
final class Boundaries {

    static final double WIDTH = 350;

    private static final String RESOURCE = "/boundaries/police-force-areas.geojson";

    /** Points of the grid for one unit of the drawing. */
    private static final int FINE = 1;

    /** Rings smaller than this, in square units, are left out: islands that nobody could see. */
    private static final double LEAST = 1.5;

    private Boundaries() {}

    record Area(String path, double x, double y, boolean tiny) {}

    static Map<String, Area> areas() {
        return Loaded.AREAS;
    }

    static double height() {
        return Loaded.HEIGHT;
    }

    /** Read when it is first needed: it takes some milliseconds, which a start without pages need not spend. */
    private static final class Loaded {

        private static final Map<String, Area> AREAS;
        private static final double HEIGHT;

        static {
            Map<String, List<List<double[]>>> rings = read();
            double west = extreme(rings, 0, false);
            double east = extreme(rings, 0, true);
            double south = extreme(rings, 1, false);
            double north = extreme(rings, 1, true);
            double shorten = Math.cos(Math.toRadians((north + south) / 2));
            double scale = (WIDTH - 4) / ((east - west) * shorten);
            Map<String, Area> areas = new LinkedHashMap<>();
            rings.forEach((force, all) -> areas.put(force, area(all, west, north, scale * shorten, scale)));
            AREAS = areas;
            HEIGHT = (north - south) * scale + 4;
        }

        private static Map<String, List<List<double[]>>> read() {
            Map<String, List<List<double[]>>> rings = new LinkedHashMap<>();
            try (InputStream in = Boundaries.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("resource not found: " + RESOURCE);
                }
                JsonArray features =
                        new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getJsonArray("features");
                for (int i = 0; i < features.size(); i++) {
                    JsonObject feature = features.getJsonObject(i);
                    List<List<double[]>> of = new ArrayList<>();
                    JsonArray polygons = feature.getJsonObject("geometry").getJsonArray("coordinates");
                    for (int p = 0; p < polygons.size(); p++) {
                        JsonArray polygon = polygons.getJsonArray(p);
                        for (int r = 0; r < polygon.size(); r++) {
                            of.add(ring(polygon.getJsonArray(r)));
                        }
                    }
                    rings.put(feature.getJsonObject("properties").getString("force"), of);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return rings;
        }

        private static List<double[]> ring(JsonArray points) {
            List<double[]> ring = new ArrayList<>(points.size());
            for (int i = 0; i < points.size(); i++) {
                JsonArray point = points.getJsonArray(i);
                ring.add(new double[] {point.getDouble(0), point.getDouble(1)});
            }
            return ring;
        }

        private static double extreme(Map<String, List<List<double[]>>> rings, int axis, boolean most) {
            var values = rings.values().stream()
                    .flatMap(List::stream)
                    .flatMap(List::stream)
                    .mapToDouble(point -> point[axis]);
            return (most ? values.max() : values.min()).orElseThrow();
        }

        private static Area area(List<List<double[]>> rings, double west, double north, double scaleX, double scaleY) {
            StringBuilder path = new StringBuilder();
            double largest = -1;
            double x = 0;
            double y = 0;
            for (List<double[]> ring : rings) {
                List<int[]> points = new ArrayList<>();
                double sumX = 0;
                double sumY = 0;
                for (double[] point : ring) {
                    double atX = 2 + (point[0] - west) * scaleX;
                    double atY = 2 + (north - point[1]) * scaleY;
                    sumX += atX;
                    sumY += atY;
                    add(points, (int) Math.round(atX * FINE), (int) Math.round(atY * FINE));
                }
                double size = size(points);
                if (size > largest) {
                    largest = size;
                    x = sumX / ring.size();
                    y = sumY / ring.size();
                }
                if (size >= LEAST * FINE * FINE) {
                    append(path, points);
                }
            }
            return new Area(path.toString(), x, y, largest < 20);
        }

        /** Leaves out a point that is the same as the last, or in line with the last two. */
        private static void add(List<int[]> points, int x, int y) {
            int count = points.size();
            if (count > 0 && points.get(count - 1)[0] == x && points.get(count - 1)[1] == y) {
                return;
            }
            if (count > 1) {
                int[] last = points.get(count - 1);
                int[] before = points.get(count - 2);
                int turn = (last[0] - before[0]) * (y - last[1]) - (last[1] - before[1]) * (x - last[0]);
                if (turn == 0) {
                    points.remove(count - 1);
                    if (points.get(count - 2)[0] == x && points.get(count - 2)[1] == y) {
                        return;
                    }
                }
            }
            points.add(new int[] {x, y});
        }

        private static double size(List<int[]> points) {
            double twice = 0;
            for (int i = 0; i < points.size(); i++) {
                int[] a = points.get(i);
                int[] b = points.get((i + 1) % points.size());
                twice += a[0] * (double) b[1] - b[0] * (double) a[1];
            }
            return Math.abs(twice) / 2;
        }

        private static void append(StringBuilder path, List<int[]> points) {
            int[] last = points.get(0);
            path.append('M').append(last[0]).append(' ').append(last[1]).append('l');
            for (int i = 1; i < points.size(); i++) {
                int[] point = points.get(i);
                int x = point[0] - last[0];
                int y = point[1] - last[1];
                path.append(i > 1 && x >= 0 ? " " : "")
                        .append(x)
                        .append(y >= 0 ? " " : "")
                        .append(y);
                last = point;
            }
            path.append('z');
        }
    }
}
