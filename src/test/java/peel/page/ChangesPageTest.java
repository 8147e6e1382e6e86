package peel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import peel.testing.BundledRows;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ChangesPageTest {

    private static final List<String> PEEL4 = List.of("INADEQUATE", "REQUIRES_IMPROVEMENT", "GOOD", "OUTSTANDING");

    private static final List<String> PEEL5 =
            List.of("INADEQUATE", "REQUIRES_IMPROVEMENT", "ADEQUATE", "GOOD", "OUTSTANDING");

    private static List<String> scale(String cycle) {
        return cycle.startsWith("202") ? PEEL5 : PEEL4;
    }

    /** The current judgments by force, cycle, pillar and question. */
    private static Map<String, Map<String, String>> judgments() {
        Map<String, Map<String, String>> judgments = new HashMap<>();
        for (Map<String, String> row : BundledRows.of("judgments")) {
            if (row.get("known_to").isEmpty()) {
                judgments.put(
                        String.join("/", row.get("force"), row.get("cycle"), row.get("pillar"), row.get("question")),
                        row);
            }
        }
        return judgments;
    }

    /** What changed between two cycles, computed from the tables of judgments and of comparable questions. */
    private static Set<String> expected(String cycle, String since) {
        Map<String, List<Map<String, String>>> links = new HashMap<>();
        for (Map<String, String> link : BundledRows.of("comparable_questions")) {
            links.computeIfAbsent(
                            String.join("/", link.get("cycle"), link.get("pillar"), link.get("code")),
                            key -> new ArrayList<>())
                    .add(link);
        }
        Map<String, Map<String, String>> judgments = judgments();
        Set<String> changes = new TreeSet<>();
        for (Map<String, String> judgment : judgments.values()) {
            if (!judgment.get("cycle").equals(cycle) || !judgment.get("state").equals("GRADED")) {
                continue;
            }
            List<String> questions = List.of(String.join("/", cycle, judgment.get("pillar"), judgment.get("question")));
            while (!questions.isEmpty() && !questions.get(0).startsWith(since + "/")) {
                questions = questions.stream()
                        .flatMap(question -> links.getOrDefault(question, List.of()).stream())
                        .map(link -> String.join(
                                "/", link.get("earlier_cycle"), link.get("earlier_pillar"), link.get("earlier_code")))
                        .toList();
            }
            for (String question : questions) {
                Map<String, String> earlier = judgments.get(judgment.get("force") + "/" + question);
                if (earlier == null || earlier.get("grade").isEmpty() || scale(cycle) != scale(since)) {
                    continue;
                }
                int steps = scale(cycle).indexOf(judgment.get("grade"))
                        - scale(since).indexOf(earlier.get("grade"));
                if (steps != 0) {
                    changes.add(String.join(
                            " ",
                            judgment.get("force"),
                            judgment.get("pillar"),
                            judgment.get("question"),
                            earlier.get("grade"),
                            judgment.get("grade"),
                            String.valueOf(steps)));
                }
            }
        }
        return changes;
    }

    private static Set<String> shown(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> String.join(
                        " ",
                        row.get("force"),
                        row.get("pillar"),
                        row.get("question"),
                        row.get("earlier_grade"),
                        row.get("grade"),
                        row.get("steps")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Map<String, String>> csv(String address) {
        return BundledRows.rows(PageClient.page(address).replace("\r\n", "\n"));
    }

    @Test
    void changesBetweenTwoCyclesAreThoseOfTheTables() {
        for (List<String> cycles : List.of(
                List.of("2016", "2015"),
                List.of("2017", "2016"),
                List.of("2018/19", "2016"),
                List.of("2018/19", "2017"))) {
            Set<String> expected = expected(cycles.get(0), cycles.get(1));
            assertFalse(expected.isEmpty(), cycles.toString());
            String query = "?cycle=" + cycles.get(0).replace('/', '-') + "&since="
                    + cycles.get(1).replace('/', '-');
            assertEquals(expected, shown(csv("/changes.csv" + query)), cycles.toString());

            JsonObject json = new JsonObject(PageClient.page("/changes.json" + query));
            assertEquals(expected.size(), json.getJsonArray("rows").size(), cycles.toString());

            long better = expected.stream()
                    .filter(change -> !change.matches(".* -[0-9]"))
                    .count();
            String html = PageClient.page("/changes" + query);
            assertTrue(
                    html.contains("Better: " + better + ". Worse: " + (expected.size() - better) + "."),
                    html.substring(html.indexOf("Better"), html.indexOf("Better") + 60));
        }
    }

    @Test
    void theNumbersOfEachCycleAreThoseOfItsPage() {
        for (Map<String, String> row : csv("/changes.csv")) {
            if (row.get("judgments").equals("0")) {
                assertEquals("", row.get("improved"), row.toString());
                assertEquals("not_in_data", row.get("improved_reason"), row.toString());
                continue;
            }
            List<Map<String, String>> changes =
                    csv("/changes.csv?cycle=" + row.get("cycle").replace('/', '-'));
            assertEquals(
                    Integer.parseInt(row.get("improved")),
                    changes.stream()
                            .filter(change -> change.get("change").equals("IMPROVED"))
                            .count(),
                    row.toString());
            assertEquals(
                    Integer.parseInt(row.get("deteriorated")),
                    changes.stream()
                            .filter(change -> change.get("change").equals("DETERIORATED"))
                            .count(),
                    row.toString());
        }
    }

    @Test
    void theJudgmentsOfEachCycleAreCounted() {
        Map<String, Long> expected = judgments().values().stream()
                .collect(Collectors.groupingBy(row -> row.get("cycle"), Collectors.counting()));
        Map<String, Long> shown = csv("/changes.csv").stream()
                .filter(row -> !row.get("judgments").equals("0"))
                .collect(Collectors.toMap(row -> row.get("cycle"), row -> Long.parseLong(row.get("judgments"))));
        assertEquals(expected, shown);
    }

    /** The force's grade was adequate until 8 August 2024 (judgments.csv). */
    @Test
    void showsEveryVersionOfACorrectedJudgment() {
        for (String address : List.of("/changes", "/changes?cycle=2023-25", "/changes?date=2024-08-01")) {
            String html = PageClient.page(address);
            int table = html.indexOf("<h2>Corrections</h2>");
            assertTrue(table > 0, address);
            assertTrue(html.indexOf("grade revised: the force had supplied incorrect data", table) > 0, address);
            assertTrue(html.indexOf("Adequate", table) > 0, address);
            assertTrue(html.indexOf("2024-08-08", table) > 0, address);
        }
        String later = PageClient.page("/changes?date=2025-01-01");
        assertEquals(-1, later.indexOf("the force had supplied incorrect data"));
    }

    /** The bundled dataset is one change for each of its formats. */
    @Test
    void showsWhatImportsChanged() {
        for (String address : List.of("/changes", "/changes?date=2020-01-01")) {
            String html = PageClient.page(address);
            String log = html.substring(html.indexOf("<h2 id=\"log\">"));
            assertTrue(log.contains("1,960 judgments new"), address);
            assertTrue(log.contains("href=\"./feeds/changes.atom\""), address);
        }
        String imports = PageClient.page("/data").split("<h2 id=\"imports\">")[1];
        assertTrue(imports.contains("<td>judgments.csv</td><td>1,960 judgments new</td>"), imports);
    }

    @Test
    void onlyWhatWasPublishedSinceADate() {
        List<Map<String, String>> rows = csv("/changes.csv?date=2018-01-01");
        assertFalse(rows.isEmpty());
        for (Map<String, String> row : rows) {
            assertTrue(row.get("published").compareTo("2018-01-01") >= 0, row.toString());
        }
        long better = rows.stream()
                .filter(row -> row.get("change").equals("IMPROVED"))
                .count();
        String html = PageClient.page("/changes?date=2018-01-01");
        assertTrue(
                html.contains("Better: " + better + ". Worse: " + (rows.size() - better) + "."),
                html.substring(html.indexOf("Better"), html.indexOf("Better") + 60));
    }

    @Test
    void aFileHasAllChangesAndThePageTheNewestFifty() {
        List<Map<String, String>> rows = csv("/changes.csv?date=2014-01-01");
        String html = PageClient.page("/changes?date=2014-01-01");
        long better = rows.stream()
                .filter(row -> row.get("change").equals("IMPROVED"))
                .count();
        assertTrue(rows.size() > 200, rows.size() + " changes");
        assertTrue(html.contains("Better: " + better + ". Worse: " + (rows.size() - better) + "."));
        assertTrue(html.contains("the most recently published 50 of " + rows.size() + " changes"));
        List<String> newest = rows.stream()
                .map(row -> row.get("published"))
                .sorted(Comparator.reverseOrder())
                .limit(50)
                .toList();
        String table = html.substring(html.indexOf("<h2>Judgments</h2>"), html.indexOf("<h2>Corrections</h2>"));
        List<String> shown = Pattern.compile("<td class=\"date\">(\\d{4}-\\d\\d-\\d\\d)</td>")
                .matcher(table)
                .results()
                .map(date -> date.group(1))
                .sorted(Comparator.reverseOrder())
                .toList();
        assertEquals(newest, shown);
        assertEquals(
                rows.size(),
                new JsonObject(PageClient.page("/changes.json?date=2014-01-01"))
                        .getJsonArray("rows")
                        .size());
    }

    @Test
    void aPillarNarrowsTheList() {
        Set<String> all = expected("2017", "2016").stream()
                .filter(change -> change.contains(" LEGITIMACY "))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, shown(csv("/changes.csv?cycle=2017&since=2016&pillar=legitimacy")));
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        assertRefused("/changes?since=2016", "cycle=2018-19");
        assertRefused("/changes?cycle=1999", "2018/19");
        assertRefused("/changes?date=soon", "2024-01-31");
        assertRefused("/changes?date=%2B999999999-12-31", "2024-01-31");
        assertRefused("/changes?cycle=2016&since=2018-19", "earlier cycle");
        assertRefused("/changes?pillar=wisdom", "legitimacy");
    }

    private static void assertRefused(String address, String contains) {
        HttpResponse<byte[]> response = PageClient.get(address);
        assertEquals(400, response.statusCode(), address);
        assertTrue(PageClient.text(response).contains(contains), PageClient.text(response));
    }

    @Test
    void aPageIsSmallAndHasAChart() {
        for (String address : List.of("/changes", "/changes?cycle=2017&since=2016", "/changes?date=2020-01-01")) {
            HttpResponse<byte[]> response = PageClient.get(address, "Accept-Encoding", "gzip");
            assertTrue(response.body().length <= 30_000, address + ": " + response.body().length);
            assertTrue(PageClient.text(response).contains("<svg viewBox"), address);
        }
    }
}
