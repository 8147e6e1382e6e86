package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peel.testing.BundledRows;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ComparePageTest {

    /** All forces, six at a time, and the last ones. */
    private static List<List<String>> groups() {
        List<String> forces =
                BundledRows.of("forces").stream().map(row -> row.get("slug")).toList();
        List<List<String>> groups = new ArrayList<>();
        for (int i = 0; i + 1 < forces.size(); i += 6) {
            groups.add(forces.subList(i, Math.min(i + 6, forces.size())));
        }
        groups.add(forces.subList(forces.size() - 2, forces.size()));
        return groups;
    }

    private static String query(List<String> forces) {
        return "?force=" + String.join("&force=", forces);
    }

    @Test
    void everyForceHasTheGradesOfTheTable() {
        Map<String, Map<String, String>> expected = new HashMap<>();
        for (Map<String, String> row : BundledRows.of("judgments")) {
            if (row.get("known_to").isEmpty()) {
                expected.put(
                        String.join("/", row.get("force"), row.get("cycle"), row.get("pillar"), row.get("question")),
                        row);
            }
        }
        int compared = 0;
        for (List<String> forces : groups()) {
            for (Map<String, String> row : BundledRows.rows(
                    PageClient.page("/compare.csv" + query(forces)).replace("\r\n", "\n"))) {
                for (String force : forces) {
                    Map<String, String> judgment = expected.get(
                            String.join("/", force, row.get("cycle"), row.get("pillar"), row.get("question")));
                    String column = force.replace('-', '_');
                    if (judgment == null) {
                        assertEquals("", row.get(column), force + row);
                        assertEquals("not_in_data", row.get(column + "_reason"), force + row);
                    } else {
                        assertEquals(judgment.get("grade"), row.get(column), force + row);
                        String reason = judgment.get("state").equals("GRADED")
                                ? ""
                                : judgment.get("state").toLowerCase();
                        assertEquals(reason, row.get(column + "_reason"), force + row);
                        compared++;
                    }
                }
            }
        }
        // The last two forces are compared twice.
        assertTrue(compared >= expected.size(), compared + " of " + expected.size());
    }

    @Test
    void everyForceHasTheFiguresOfTheTables() {
        List<Map<String, String>> observations = BundledRows.ofTables("observations");
        int compared = 0;
        for (List<String> forces : groups()) {
            for (Map<String, String> row :
                    BundledRows.rows(PageClient.page("/compare.csv" + query(forces) + "&show=figures")
                            .replace("\r\n", "\n"))) {
                if (!List.of("asb.rate", "crime.severity-score", "stop-search.searches")
                        .contains(row.get("metric"))) {
                    continue;
                }
                for (String force : forces) {
                    Map<String, String> expected = observations.stream()
                            .filter(o -> o.get("metric").equals(row.get("metric"))
                                    && o.get("area").equals(force)
                                    && o.get("to").equals(row.get("at")))
                            .findFirst()
                            .orElse(Map.of());
                    String shown = row.get(force.replace('-', '_'));
                    String value = expected.getOrDefault("value", "");
                    if (value.isEmpty()) {
                        assertEquals("", shown, force + row);
                        assertFalse(row.get(force.replace('-', '_') + "_reason").isEmpty(), force + row);
                    } else {
                        assertEquals(0, new BigDecimal(value).compareTo(new BigDecimal(shown)), force + row);
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 100, "values: " + compared);
    }

    @Test
    void showsGradesWithLettersAndLinksToTheirSources() {
        String html = PageClient.page("/compare?force=bedfordshire&force=kent");
        assertTrue(html.contains("<h1>Compare Bedfordshire, Kent</h1>"), html);
        assertTrue(html.contains("BED: Bedfordshire; KEN: Kent."));
        assertTrue(html.contains("<span class=\"badge\" aria-hidden=\"true\">RI</span>"));
        assertTrue(html.contains("href=\"http"));
        assertTrue(html.contains("name=\"force\" value=\"kent\" checked"));
        assertTrue(PageClient.page("/compare.svg?force=bedfordshire&force=kent").contains("<style>"));
        assertTrue(
                PageClient.page("/compare/embed?force=bedfordshire&force=kent").contains("<svg"));
    }

    @Test
    void offersAForm() {
        String html = PageClient.page("/compare");
        assertEquals(43, html.split("type=\"checkbox\"", -1).length - 1);
        assertTrue(PageClient.page("/compare?force=kent").contains("Choose at least one more force"));
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        assertStatus(404, "/compare?force=kent&force=gotham", "gotham");
        assertStatus(404, "/compare?force=gotham", "gotham");
        assertStatus(404, "/compare?force=kant&force=essex", "/compare?force=kent&amp;force=essex\"");
        assertStatus(400, "/compare?force=kent&force=Kent%20Police", "twice");
        assertStatus(400, "/compare?force=a&force=b&force=c&force=d&force=e&force=f&force=g", "limit is 6");
        assertStatus(400, "/compare?force=kent&force=essex&cycle=1999", "2018/19");
        assertStatus(400, "/compare?force=kent&force=essex&show=all", "figures");
        assertStatus(400, "/compare.csv", "force");
    }

    private static void assertStatus(int status, String address, String contains) {
        HttpResponse<byte[]> response = PageClient.get(address);
        assertEquals(status, response.statusCode(), address + PageClient.text(response));
        assertTrue(PageClient.text(response).contains(contains), PageClient.text(response));
    }

    @Test
    void aPageIsSmall() {
        for (List<String> forces : groups()) {
            HttpResponse<byte[]> response = PageClient.get("/compare" + query(forces), "Accept-Encoding", "gzip");
            assertTrue(response.body().length <= 30_000, forces + ": " + response.body().length);
        }
    }
}
