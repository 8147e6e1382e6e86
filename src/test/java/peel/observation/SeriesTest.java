package peel.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import peel.testing.BundledRows;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Series against the lines of the bundled files. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class SeriesTest {

    private static Map<String, BigDecimal> lines(String metric, String area, String dimension) {
        Map<String, BigDecimal> values = new TreeMap<>();
        BundledRows.ofTables("observations").stream()
                .filter(row -> row.get("metric").equals(metric)
                        && row.get("area").equals(area)
                        && row.get("dimension").equals(dimension)
                        && !row.get("value").isEmpty())
                .forEach(row -> values.put(row.get("as_at") + row.get("to"), new BigDecimal(row.get("value"))));
        return values;
    }

    @DisplayName("The points of a series are the lines of the file, oldest first, with the change from one to the next")
    @Test
    void hasThePointsInOrder() {
        Answer answer = query("""
                { series(metric: "workforce.special-constables", area: ["kent", "Dyfed-Powys"], to: "2015-12-31") {
                    area { code } points { at breaksSeries change observation { value } } } }
                """);
        assertEquals(List.of("kent", "dyfed-powys"), answer.all("series.area.code"));
        for (Answer series : answer.each("series")) {
            Map<String, BigDecimal> expected =
                    new TreeMap<>(lines("workforce.special-constables", series.at("area.code"), ""));
            expected.keySet().removeIf(day -> day.compareTo("2015-12-31") > 0);
            assertEquals(new ArrayList<>(expected.keySet()), series.all("points.at"));
            BigDecimal before = null;
            for (Answer point : series.each("points")) {
                BigDecimal value = expected.get(point.at("at"));
                assertEquals(0, value.compareTo(new BigDecimal(point.at("observation.value"))));
                if (before == null) {
                    assertEquals("null", point.at("change"));
                } else if (point.at("breaksSeries").equals("false")) {
                    assertEquals(0, value.subtract(before).compareTo(new BigDecimal(point.at("change"))));
                }
                before = value;
            }
        }
    }

    @DisplayName("Two vintages are both shown, and the change from one to the other is not")
    @Test
    void doesNotChainVintages() {
        Answer answer = query("""
                { series(metric: "crime.recorded", area: ["kent"], dimension: "Robbery", from: "2017-01-01") {
                    dimension points { at breaksSeries change observation { value source { publication { code } } } } } }
                """);
        List<Answer> points = answer.each("series.points");
        assertTrue(points.size() > 4);
        int breaks = 0;
        String before = null;
        for (Answer point : points) {
            String publication = point.at("observation.source.publication.code");
            if (before != null && !before.equals(publication)) {
                assertEquals("true", point.at("breaksSeries"), point.at("at"));
                assertEquals("null", point.at("change"), point.at("at"));
                breaks++;
            }
            before = publication;
        }
        assertTrue(breaks > 0, "one publication only");
    }

    @DisplayName("Peers are the other forces of the region, after the areas that are named and the force itself")
    @Test
    void hasTheSeriesOfPeers() {
        Answer answer = query("""
                { series(metric: "asb.rate", area: ["england-and-wales"], peersOf: { force: "Kent Police", by: REGION }) {
                    area { code } } }
                """);
        List<String> expected = new ArrayList<>(List.of("england-and-wales", "kent"));
        BundledRows.of("forces").stream()
                .filter(force -> force.get("region").equals("South East")
                        && !force.get("slug").equals("kent"))
                .sorted(Comparator.comparing(force -> force.get("name")))
                .forEach(force -> expected.add(force.get("slug")));
        assertEquals(expected, answer.all("series.area.code"));
        assertTrue(refusal("""
                { series(metric: "asb.rate", area: [], peersOf: { force: "kent", by: COUNTRY }) { dimension } }
                """).contains("at most 10"));
    }

    @DisplayName("A date on which only another area has a value is a gap")
    @Test
    void showsGaps() {
        Answer answer = query("""
                { series(metric: "crime.severity-score", area: ["kent", "region-south-east"]) { area { code } points { at observation { value missing } } } }
                """);
        // No scores of regions are printed.
        assertEquals(
                answer.each("series").get(0).all("points.at"),
                answer.each("series").get(1).all("points.at"));
        assertEquals(Set.of("null"), Set.copyOf(answer.each("series").get(1).all("points.observation.value")));
    }

    @DisplayName("Too many areas, an unknown area and an unknown dimension are refused with a reason")
    @Test
    void refuses() {
        String areas = "\"kent\", ".repeat(11);
        assertTrue(refusal("{ series(metric: \"workforce.officers\", area: [" + areas + "]) { dimension } }")
                .contains("11 areas; at most 10"));
        assertTrue(refusal("{ series(metric: \"workforce.officers\", area: [\"kint\"]) { dimension } }")
                .contains("kent"));
        assertTrue(
                refusal("{ series(metric: \"crime.recorded\", area: [\"kent\"], dimension: \"Robery\") { dimension } }")
                        .contains("Robbery"));
    }
}
