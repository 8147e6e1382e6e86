package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import peel.testing.BundledRows;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class FigurePagesTest {

    /** Of the bundled tables: a rate, a total, a score, one with many dimensions, one without England and Wales. */
    private static final List<Figure> FIGURES = List.of(
            new Figure("crime.rate", "Robbery", "2019-12-31"),
            new Figure("crime.household-rate", "Residential burglary", "2019-12-31"),
            new Figure("asb.rate", "", "2019-03-31"),
            new Figure("crime.severity-score", "Total recorded crime", "2018-03-31"),
            new Figure("workforce.staff", "", "2022-03-31"),
            new Figure("population.resident", "", "2018-06-30"),
            new Figure("outcome.of-offences", "Charged/Summonsed", "2019-03-31"),
            new Figure("stop-search.searches", "", "2019-03-31"));

    private record Figure(String metric, String dimension, String at) {

        String address(String form) {
            String query = "?at=" + at;
            return "/figures/" + metric + form
                    + (dimension.isEmpty() ? query : query + "&dimension=" + dimension.replace(" ", "%20"));
        }

        /** The rows of the tables for this metric on this day. */
        Map<String, Map<String, String>> rows() {
            List<Map<String, String>> all = new ArrayList<>(BundledRows.ofTables("observations"));
            all.addAll(BundledRows.of("observations"));
            Map<String, Map<String, String>> rows = new HashMap<>();
            for (Map<String, String> row : all) {
                if (row.get("metric").equals(metric)
                        && row.get("dimension").equals(dimension)
                        && (row.get("to").equals(at) || row.get("as_at").equals(at))) {
                    rows.put(row.get("area"), row);
                }
            }
            return rows;
        }
    }

    private static Set<String> forces() {
        return BundledRows.of("forces").stream().map(row -> row.get("slug")).collect(Collectors.toSet());
    }

    @Test
    void everyForceHasTheValueOfTheTablesOrAReason() {
        for (Figure figure : FIGURES) {
            Map<String, Map<String, String>> expected = figure.rows();
            assertTrue(expected.size() >= 43, figure.toString());
            Map<String, JsonObject> json = byArea(new JsonObject(PageClient.page(figure.address(".json"))));
            Map<String, Map<String, String>> csv = csv(PageClient.page(figure.address(".csv")), "area");
            String html = PageClient.page(figure.address(""));
            for (String force : forces()) {
                String printed = expected.getOrDefault(force, Map.of()).getOrDefault("value", "");
                JsonObject inJson = json.get(force);
                Map<String, String> inCsv = csv.get(force);
                if (printed.isEmpty()) {
                    String reason = expected.containsKey(force)
                            ? expected.get(force).get("missing").toLowerCase()
                            : "not_in_data";
                    assertNull(inJson.getValue("value"), figure + " " + force);
                    assertEquals(reason, inJson.getString("value_reason"), figure + " " + force);
                    assertEquals("", inCsv.get("value"), figure + " " + force);
                    assertEquals(reason, inCsv.get("value_reason"), figure + " " + force);
                } else {
                    BigDecimal value = new BigDecimal(printed);
                    assertEquals(0, value.compareTo(new BigDecimal(inCsv.get("value"))), figure + " " + force);
                    assertEquals(
                            0,
                            value.compareTo(
                                    new BigDecimal(inJson.getValue("value").toString())),
                            figure + " " + force);
                    assertTrue(row(html, force).contains(">" + Figures.text(value) + "<"), row(html, force));
                    assertEquals(
                            expected.get(force).get("url"),
                            expected.get(force).get("url").isEmpty() ? "" : inCsv.get("address"),
                            figure + " " + force);
                }
            }
        }
    }

    @Test
    void englandAndWalesIsThatOfTheTables() {
        for (Figure figure : FIGURES) {
            Map<String, String> expected = figure.rows().get("england-and-wales");
            Map<String, String> shown =
                    csv(PageClient.page(figure.address(".csv")), "area").get("england-and-wales");
            String html = PageClient.page(figure.address(""));
            if (expected == null && shown != null) {
                // Of numbers, the service computes it where no table prints it.
                BigDecimal sum = figure.rows().values().stream()
                        .filter(row -> forces().contains(row.get("area")))
                        .map(row -> new BigDecimal(row.get("value")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertEquals(0, sum.compareTo(new BigDecimal(shown.get("value"))), figure.toString());
            } else if (expected == null) {
                assertTrue(html.contains("England and Wales: not in our data"), figure.toString());
            } else if (expected.get("value").isEmpty()) {
                assertEquals("", shown.get("value"), figure.toString());
                assertEquals(expected.get("missing").toLowerCase(), shown.get("value_reason"), figure.toString());
            } else {
                BigDecimal value = new BigDecimal(expected.get("value"));
                assertEquals(0, value.compareTo(new BigDecimal(shown.get("value"))), figure.toString());
                boolean total = figure.metric.equals("population.resident");
                assertEquals(
                        !total,
                        html.contains(">England and Wales " + Figures.text(value) + "</text>"),
                        figure + ": a line in the plot, unless it is a total");
            }
        }
    }

    /** By the definition of R's type 7, computed here from the tables: the band of the plot. */
    @Test
    void theBandIsTheMiddleHalfOfTheForces() {
        Figure figure = FIGURES.get(0);
        List<Double> values = figure.rows().entrySet().stream()
                .filter(row -> forces().contains(row.getKey())
                        && !row.getValue().get("value").isEmpty())
                .map(row -> Double.parseDouble(row.getValue().get("value")))
                .sorted()
                .toList();
        String svg = PageClient.page(figure.address(".svg"));
        Matcher band = Pattern.compile("<rect x=\"([0-9.]+)\" y=\"[0-9.]+\" width=\"([0-9.]+)\" height=\"[0-9.]+\""
                        + " class=\"band\"/>")
                .matcher(svg);
        assertTrue(band.find());
        double left = Double.parseDouble(band.group(1));
        double right = left + Double.parseDouble(band.group(2));
        // Two values whose place in the plot is known: zero, and the largest.
        double zero = number(svg, "<line x1=\"([0-9.]+)\" [^>]* class=\"axis\"/>");
        double largest = number(svg, "<circle cx=\"([0-9.]+)\"");
        double unit = (largest - zero) / values.get(values.size() - 1);
        assertEquals(zero + unit * quantile(values, 0.25), left, 0.3);
        assertEquals(zero + unit * quantile(values, 0.75), right, 0.3);
    }

    private static double quantile(List<Double> sorted, double share) {
        double at = (sorted.size() - 1) * share;
        int below = (int) at;
        return sorted.get(below)
                + (at - below) * (sorted.get(Math.min(below + 1, sorted.size() - 1)) - sorted.get(below));
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), pattern);
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void everyMetricHasAPageWithoutAnyChoice() {
        Map<String, Map<String, String>> figures = csv(PageClient.page("/figures.csv"), "metric");
        Set<String> metrics =
                BundledRows.of("metrics").stream().map(row -> row.get("code")).collect(Collectors.toSet());
        assertEquals(metrics, figures.keySet());
        String list = PageClient.page("/figures");
        for (String metric : metrics) {
            if (figures.get(metric).get("observations").isEmpty()) {
                assertFalse(list.contains("href=\"./figures/" + metric + "\""), metric);
            } else {
                assertTrue(list.contains("href=\"./figures/" + metric + "\""), metric);
                PageClient.page("/figures/" + metric);
            }
        }
    }

    @Test
    void everyPeriodAndDimensionThatAFormOffersHasAPage() {
        for (String metric :
                List.of("crime.rate", "crime.household-rate", "outcome.of-offences", "population.resident")) {
            String html = PageClient.page("/figures/" + metric);
            for (String name : List.of("at", "dimension")) {
                for (String option : options(html, name)) {
                    PageClient.page("/figures/" + metric + "?" + name + "="
                            + PageAddress.encode(option.replace("&#39;", "'")
                                    .replace("&lt;", "<")
                                    .replace("&amp;", "&")));
                }
            }
        }
        assertEquals(
                23, options(PageClient.page("/figures/crime.rate"), "dimension").size());
    }

    private static List<String> options(String html, String select) {
        List<String> options = new ArrayList<>();
        Matcher found =
                Pattern.compile("(?s)<select id=\"" + select + "\".*?</select>").matcher(html);
        if (found.find()) {
            Matcher option = Pattern.compile("<option value=\"([^\"]*)\"").matcher(found.group());
            while (option.find()) {
                options.add(option.group(1));
            }
        }
        return options;
    }

    @Test
    void aForceIsHighlightedAndHasItsValuesOverTime() {
        String html = PageClient.page("/figures/asb.rate?force=kent");
        assertTrue(html.contains("<option value=\"kent\" selected>Kent</option>"));
        assertTrue(html.contains("class=\"stem-chosen\""));
        assertTrue(html.contains("class=\"series\""));
        assertTrue(html.contains("England and Wales: "));
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        assertRefused("/figures/crime.rate?at=yesterday", "2018-03-31");
        assertRefused("/figures/crime.rate?direction=up", "descending");
        assertRefused("/figures/crime.rate?at=1999-01-01", "crime.rate");
        assertRefused("/figures/crime.rate?dimension=Jaywalking", "Robbery");
        assertRefused("/figures/crime.rat", "crime.rate");
    }

    private static void assertRefused(String address, String contains) {
        HttpResponse<byte[]> response = PageClient.get(address);
        String text = PageClient.text(response);
        assertTrue(
                response.statusCode() == 400 || response.statusCode() == 404, address + ": " + response.statusCode());
        assertTrue(text.contains(contains), text);
    }

    @Test
    void aPageIsSmall() {
        for (Figure figure : FIGURES) {
            HttpResponse<byte[]> response = PageClient.get(figure.address(""), "Accept-Encoding", "gzip");
            assertTrue(response.body().length <= 30_000, figure + ": " + response.body().length);
        }
    }

    /** The row of a force in the table of a page. */
    private static String row(String html, String force) {
        int table = html.indexOf("<tbody>");
        int link = html.indexOf("forces/" + force + "\"", table);
        assertTrue(link > 0, force);
        return html.substring(html.lastIndexOf("<tr>", link), html.indexOf("</tr>", link));
    }

    private static Map<String, JsonObject> byArea(JsonObject page) {
        Map<String, JsonObject> rows = new HashMap<>();
        JsonArray all = page.getJsonArray("rows");
        for (int i = 0; i < all.size(); i++) {
            rows.put(all.getJsonObject(i).getString("area"), all.getJsonObject(i));
        }
        return rows;
    }

    static Map<String, Map<String, String>> csv(String text, String key) {
        return BundledRows.rows(text.replace("\r\n", "\n")).stream()
                .collect(Collectors.toMap(row -> row.get(key), row -> row));
    }
}
