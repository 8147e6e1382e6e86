package peel.page.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.page.chart.GradeChartsTest.count;
import static peel.page.chart.GradeChartsTest.texts;
import static peel.page.chart.GradeChartsTest.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FigureChartsTest {

    @Test
    void aRankingShowsThoseWithoutAValueLastWithTheReason() throws Exception {
        Chart chart = RankingPlot.of(
                "Burglary",
                List.of(
                        new RankingPlot.Row("Cleveland", null, "The value would not be comparable.", null, false, null),
                        row("Kent", "8.0", 1),
                        row("Essex", "2.0", 2)),
                new RankingPlot.Reference("England and Wales", new BigDecimal("5.0"), "5.0"),
                new RankingPlot.Band(new BigDecimal("3.0"), new BigDecimal("6.0")));
        Document svg = xml(chart.inPage());
        List<String> texts = texts(svg.getDocumentElement());
        assertTrue(texts.indexOf("Cleveland") > texts.indexOf("Essex"), texts.toString());
        assertTrue(String.join(" ", texts).contains("Cleveland The value would not be comparable."), texts.toString());
        assertTrue(texts.contains("England and Wales 5.0"), texts.toString());

        NodeList circles = svg.getElementsByTagName("circle");
        assertEquals(2, circles.getLength(), "a missing value has no dot, and is not 0");
        double kent = coordinate(circles.item(0), "cx");
        double essex = coordinate(circles.item(1), "cx");
        Element line = withClass(svg, "line", "reference");
        Element band = withClass(svg, "rect", "band");
        double zero = coordinate(withClass(svg, "line", "axis"), "x1");
        // Equal steps of the value are equal steps of the plot, from zero.
        double unit = (kent - essex) / 6;
        assertEquals(essex - 2 * unit, zero, 0.3);
        assertEquals(zero + 5 * unit, coordinate(line, "x1"), 0.3);
        assertEquals(zero + 3 * unit, coordinate(band, "x"), 0.3);
        assertEquals(3 * unit, coordinate(band, "width"), 0.3);
    }

    @Test
    void negativeValuesHaveStemsToTheLeftOfZero() throws Exception {
        Document svg = xml(RankingPlot.of("Change", List.of(row("Kent", "4", 1), row("Essex", "-6", 2)), null, null)
                .inPage());
        double zero = coordinate(withClass(svg, "line", "axis"), "x1");
        NodeList circles = svg.getElementsByTagName("circle");
        assertTrue(coordinate(circles.item(0), "cx") > zero);
        assertTrue(coordinate(circles.item(1), "cx") < zero);
    }

    @Test
    void gapsStayGaps() throws Exception {
        List<SeriesChart.Point> points = new ArrayList<>();
        points.add(point(2010, "30", false));
        points.add(point(2011, "31", false));
        points.add(new SeriesChart.Point(LocalDate.of(2012, 3, 31), null, false));
        points.add(point(2013, "33", false));
        points.add(point(2014, "34", true));
        Document svg =
                xml(SeriesChart.of("Rate", List.of(new SeriesChart.Line("Kent", SeriesChart.Role.CHOSEN, points)))
                        .inPage());
        String path = withClass(svg, "path", "series").getAttribute("d");
        assertEquals(3, count(path, "M"), "a start, one after the gap, one at the break: " + path);
        assertEquals(1, count(path, "L"), path);
        assertTrue(String.join(" ", texts(svg.getDocumentElement())).contains("must not be compared"));
        assertEquals(4 + 1, svg.getElementsByTagName("circle").getLength(), "a point for each value, and the legend");
    }

    @Test
    void aSeriesWithoutValuesSaysSo() throws Exception {
        Chart chart = SeriesChart.of(
                "Rate",
                List.of(new SeriesChart.Line(
                        "Kent",
                        SeriesChart.Role.CHOSEN,
                        List.of(new SeriesChart.Point(LocalDate.of(2012, 3, 31), null, false)))));
        assertTrue(texts(xml(chart.inPage()).getDocumentElement()).contains("No value in our data"));
    }

    @Test
    void theMapHasAllForcesAndIsSmall() throws Exception {
        assertEquals(Set.copyOf(TileLayout.known().keySet()), Boundaries.areas().keySet());
        List<BoundaryMap.Value> values = TileLayout.known().keySet().stream()
                .map(slug -> new BoundaryMap.Value(slug, slug, 1, "12.3 per 1,000 people", "forces/" + slug))
                .toList();
        String map = BoundaryMap.of("Map", values, List.of("1 to 2", "2 to 3", "3 to 4", "4 to 5"))
                .inPage();
        assertEquals(43, xml(map).getElementsByTagName("a").getLength());
        int size = gzipped(map);
        assertTrue(size <= 15_000, "bytes: " + size);
    }

    /** Cornwall is in the west, Kent in the east, Northumbria in the north, Sussex in the south. */
    @Test
    void theMapIsNorthUpAndAsWideAsItIs() {
        double cornwall = Boundaries.areas().get("devon-and-cornwall").x();
        double kent = Boundaries.areas().get("kent").x();
        double northumbria = Boundaries.areas().get("northumbria").y();
        double sussex = Boundaries.areas().get("sussex").y();
        assertTrue(cornwall < kent);
        assertTrue(northumbria < sussex);
        // England and Wales are about 550 km from west to east and 660 km from south to north, the Isles of Scilly
        // included.
        assertEquals(0.83, Boundaries.WIDTH / Boundaries.height(), 0.06);
    }

    @Test
    void neighboursShareTheirBorder() {
        Set<String> suffolk = points(Boundaries.areas().get("suffolk").path());
        Set<String> norfolk = points(Boundaries.areas().get("norfolk").path());
        assertTrue(norfolk.stream().filter(suffolk::contains).count() >= 10);
    }

    @Test
    void anAreaWithoutAValueHasNoColourOfAQuarter() throws Exception {
        String map = BoundaryMap.of(
                        "Map",
                        List.of(new BoundaryMap.Value("kent", "Kent", null, "<b>not printed</b>", null)),
                        List.of("1", "2", "3", "4"))
                .inPage();
        assertEquals(0, count(map, "class=\"area quarter-"));
        assertTrue(map.contains("Kent: &lt;b&gt;not printed&lt;/b&gt;"));
        assertFalse(map.contains("<b>"));
        xml(map);
    }

    @Test
    void changesStandOnBothSidesOfTheLine() throws Exception {
        Document svg = xml(ChangeBars.of(
                        "Changes",
                        List.of(new ChangeBars.Bar("Kent", 1, 2, null), new ChangeBars.Bar("Essex", 0, 0, null)))
                .inPage());
        double middle = coordinate(withClass(svg, "line", "axis"), "x1");
        Element better = withClass(svg, "rect", "bar");
        Element worse = withClass(svg, "rect", "chosen");
        assertEquals(middle, coordinate(better, "x"), 0.1);
        assertEquals(middle, coordinate(worse, "x") + coordinate(worse, "width"), 0.1);
        assertEquals(coordinate(worse, "width"), 2 * coordinate(better, "width"), 0.3);
        assertEquals(
                List.of("◀ worse", "better ▶", "Kent", "2", "1", "Essex", "none"), texts(svg.getDocumentElement()));
    }

    @Test
    void axesHaveRoundNumbers() {
        assertEquals(List.of(0.0, 1000.0, 2000.0, 3000.0), new Scale(List.of(621.0, 2939.0), 0, 1, true).ticks());
        assertEquals(List.of(-10.0, -5.0, 0.0, 5.0), new Scale(List.of(-6.0, 4.0), 0, 1, true).ticks());
        assertEquals(0.0, new Scale(List.of(10.0, 40.0), 0, 1, false).ticks().get(0));
        assertTrue(new Scale(List.of(95.0, 99.0), 0, 1, false).ticks().get(0) >= 90);
        assertEquals("2.5m", Scale.label(2_500_000));
        assertEquals("20k", Scale.label(20_000));
        assertEquals("\u22120.5", Scale.label(-0.5));
    }

    private static RankingPlot.Row row(String name, String value, int rank) {
        return new RankingPlot.Row(name, new BigDecimal(value), value, rank, false, "forces/x");
    }

    private static SeriesChart.Point point(int year, String value, boolean breaks) {
        return new SeriesChart.Point(LocalDate.of(year, 3, 31), new BigDecimal(value), breaks);
    }

    private static Element withClass(Document svg, String element, String classes) {
        NodeList found = svg.getElementsByTagName(element);
        for (int i = 0; i < found.getLength(); i++) {
            if (((Element) found.item(i)).getAttribute("class").equals(classes)) {
                return (Element) found.item(i);
            }
        }
        throw new AssertionError("no " + element + " of class " + classes);
    }

    private static double coordinate(org.w3c.dom.Node node, String name) {
        return Double.parseDouble(((Element) node).getAttribute(name));
    }

    /** The points of a path that begins at a point and goes on in steps. */
    private static Set<String> points(String path) {
        Set<String> points = new java.util.HashSet<>();
        Matcher number = Pattern.compile("M|-?\\d+").matcher(path);
        int x = 0;
        int y = 0;
        boolean absolute = false;
        while (number.find()) {
            if (number.group().equals("M")) {
                absolute = true;
                continue;
            }
            int first = Integer.parseInt(number.group());
            number.find();
            int second = Integer.parseInt(number.group());
            x = absolute ? first : x + first;
            y = absolute ? second : y + second;
            absolute = false;
            points.add(x + "," + y);
        }
        return points;
    }

    private static int gzipped(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.size();
    }
}
