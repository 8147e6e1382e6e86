package peel.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import peel.testing.BundledRows;
import peel.testing.PostgresResource;

/** The expected values are those of the bundled tables. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class PageValuesTest {

    private static final Pattern ROW = Pattern.compile(
            "<tr><th scope=\"row\"[^>]*><a href=\"[^\"]*/forces/([^\"]+)\">" + ".*?</th><td[^>]*>(.*?)</td>",
            Pattern.DOTALL);

    private static final Map<String, String> LABELS = Map.of(
            "OUTSTANDING", "Outstanding",
            "GOOD", "Good",
            "ADEQUATE", "Adequate",
            "REQUIRES_IMPROVEMENT", "Requires improvement",
            "INADEQUATE", "Inadequate");

    /** The grade or, in lower case, why there is none, by force. */
    private static Map<String, String> expected(String cycle, String pillar, String question) {
        Map<String, String> values = new TreeMap<>();
        BundledRows.of("forces").forEach(force -> values.put(force.get("slug"), "not_in_data"));
        for (Map<String, String> row : BundledRows.of("judgments")) {
            if (row.get("cycle").equals(cycle)
                    && row.get("pillar").equals(pillar)
                    && row.get("question").equals(question)
                    && row.get("known_to").isEmpty()) {
                String grade = row.get("grade");
                values.put(row.get("force"), grade.isEmpty() ? row.get("state").toLowerCase(Locale.ROOT) : grade);
            }
        }
        return values;
    }

    private record Asked(String cycle, String pillar, String code) {

        String query() {
            return "?cycle=" + cycle.replace('/', '-')
                    + (pillar.isEmpty() ? "" : "&pillar=" + pillar.toLowerCase(Locale.ROOT)) + "&question=" + code;
        }
    }

    /** The questions with a judgment. */
    private static Set<Asked> asked() {
        Set<Asked> asked = new TreeSet<>(Comparator.comparing(Asked::toString));
        for (Map<String, String> row : BundledRows.of("judgments")) {
            asked.add(new Asked(row.get("cycle"), row.get("pillar"), row.get("question")));
        }
        return asked;
    }

    @Test
    void pageCsvAndJsonHaveTheGradesOfAllForcesInEveryCycle() throws IOException {
        Set<Asked> asked = asked();
        assertTrue(asked.size() > 70);
        for (Asked one : asked) {
            Map<String, String> expected = expected(one.cycle, one.pillar, one.code);
            assertEquals(43, expected.size());
            assertEquals(expected, ofCsv(PageClient.page("/national.csv" + one.query())), one.toString());
            assertEquals(expected, ofJson(PageClient.page("/national.json" + one.query())), one.toString());
            String html = PageClient.page("/" + one.query());
            assertEquals(texts(expected), ofHtml(html.substring(html.indexOf("Every force"))), one.toString());
        }
    }

    @Test
    void aForceHasItsFiguresOverTimeBesideThoseOfEnglandAndWalesAndItsRegion() {
        String section = PageClient.page("/forces/kent")
                .split("<caption>Anti-social behaviour incident rate")[1]
                .split("</table>")[0];
        List<String> areas = new ArrayList<>(List.of("kent", "england-and-wales"));
        BundledRows.of("forces").stream()
                .filter(force -> force.get("region").equals("South East")
                        && !force.get("slug").equals("kent"))
                .sorted(Comparator.comparing(force -> force.get("name")))
                .forEach(force -> areas.add(force.get("slug")));
        Map<String, List<String>> expected = new TreeMap<>();
        BundledRows.ofTables("observations").stream()
                .filter(row -> row.get("metric").equals("asb.rate") && areas.contains(row.get("area")))
                .forEach(row -> expected.computeIfAbsent(
                                row.get("to"),
                                day -> new ArrayList<>(Collections.nCopies(areas.size(), "not in our data")))
                        .set(areas.indexOf(row.get("area")), row.get("value")));
        Map<String, List<String>> shown = new TreeMap<>();
        Matcher row = Pattern.compile("<th scope=\"row\"[^>]*>([^<]*)</th>(.*?)</tr>", Pattern.DOTALL)
                .matcher(section);
        while (row.find()) {
            shown.put(
                    row.group(1),
                    Pattern.compile("<td[^>]*>(.*?)</td>")
                            .matcher(row.group(2))
                            .results()
                            .map(cell -> cell.group(1).replaceAll("<[^>]*>", ""))
                            .toList());
        }
        // Reports print values of other days, too.
        shown.keySet().retainAll(expected.keySet());
        assertTrue(expected.size() > 10);
        assertEquals(expected, shown);
    }

    @Test
    void theLinkedQueryHasTheGradesOfAllForces() {
        String html = PageClient.page("/?cycle=2018-19&pillar=legitimacy&question=public");
        Matcher link = Pattern.compile("graphiql/\\?query=([^&\"]+)&amp;variables=([^\"]+)\"")
                .matcher(html);
        assertTrue(link.find());
        String query = URLDecoder.decode(link.group(1), UTF_8);
        Map<String, Object> variables =
                JsonPath.from(URLDecoder.decode(link.group(2), UTF_8)).getMap("");
        JsonPath answer = RestAssured.given()
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, String> values = new TreeMap<>();
        List<Map<String, Object>> forces = answer.getList("data.forces.nodes");
        for (Map<String, Object> force : forces) {
            values.put(force.get("slug").toString(), value((List<?>) force.get("judgments")));
        }
        assertEquals(expected("2018/19", "LEGITIMACY", "public"), values);
    }

    private static String value(List<?> judgments) {
        if (judgments.isEmpty()) {
            return "not_in_data";
        }
        Map<?, ?> judgment = (Map<?, ?>) judgments.get(0);
        Object grade = judgment.get("grade");
        return grade == null ? judgment.get("state").toString().toLowerCase(Locale.ROOT) : grade.toString();
    }

    @Test
    void theFirstPageShowsTheNewestCycleThatIsMostlyCovered() {
        // 43 forces have a judgment on overall effectiveness in 2018/19, and later cycles have no such question.
        assertEquals(expected("2018/19", "EFFECTIVENESS", "overall"), ofCsvUnchecked(PageClient.page("/national.csv")));
        assertTrue(PageClient.page("/").contains("Effectiveness: overall, 2018/19"));
    }

    private static final Pattern SMALL_MAP =
            Pattern.compile("<li><a href=\"[^\"]*(\\?cycle=[^\"]*)\">(<svg.*?</svg>)[^<]*</a>([^<]*)</li>");

    private static final Pattern BOXES = Pattern.compile("<path d=\"([^\"]*)\" class=\"box ([a-z-]*)\"/>");

    @Test
    void theSmallMapsHaveTheGradesOfTheOtherQuestions() {
        for (Asked shown :
                List.of(new Asked("2018/19", "EFFECTIVENESS", "overall"), new Asked("2021/22", "", "respond"))) {
            Map<String, Map<String, Integer>> tiles = new TreeMap<>();
            Map<String, String> numbers = new TreeMap<>();
            Matcher map = SMALL_MAP.matcher(PageClient.page("/" + shown.query()));
            while (map.find()) {
                String query = map.group(1).replace("&amp;", "&");
                Matcher boxes = BOXES.matcher(map.group(2));
                while (boxes.find()) {
                    tiles.computeIfAbsent(query, key -> new TreeMap<>())
                            .put(boxes.group(2), boxes.group(1).split("M").length - 1);
                }
                numbers.put(query, map.group(3));
            }
            Map<String, Map<String, Integer>> expected = new TreeMap<>();
            for (Asked asked : asked()) {
                if (asked.cycle.equals(shown.cycle) && !asked.equals(shown)) {
                    Map<String, Integer> looks = expected.computeIfAbsent(asked.query(), key -> new TreeMap<>());
                    expected(asked.cycle, asked.pillar, asked.code)
                            .values()
                            .forEach(value -> looks.merge(look(value), 1, Integer::sum));
                    LABELS.forEach((grade, label) -> {
                        int forces = looks.getOrDefault(look(grade), 0);
                        String number = numbers.getOrDefault(asked.query(), "");
                        assertEquals(forces > 0, number.contains(label + "\u00a0" + forces), number);
                    });
                }
            }
            assertTrue(expected.size() > 5, expected.toString());
            assertEquals(expected, tiles);
        }
    }

    /** The look of a grade or, in lower case, of why there is none. */
    private static String look(String value) {
        return switch (value) {
            case "to_be_graded", "ungraded", "not_graded" -> "not-graded";
            default -> value.toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    @Test
    void aForceHasAllOfItsJudgments() throws IOException {
        for (String force : List.of("kent", "city-of-london", "avon-and-somerset")) {
            Map<String, String> expected = new HashMap<>();
            for (Map<String, String> row : BundledRows.of("judgments")) {
                if (row.get("force").equals(force) && row.get("known_to").isEmpty()) {
                    expected.put(
                            row.get("cycle") + " " + row.get("pillar") + " " + row.get("question"),
                            row.get("grade").isEmpty() ? row.get("state").toLowerCase(Locale.ROOT) : row.get("grade"));
                }
            }
            Map<String, String> found = new HashMap<>();
            for (CSVRecord row : csv(PageClient.page("/forces/" + force + ".csv"))) {
                found.put(
                        row.get("cycle") + " " + row.get("pillar") + " " + row.get("question"),
                        row.get("grade").isEmpty() ? row.get("grade_reason") : row.get("grade"));
            }
            assertEquals(expected, found);
        }
    }

    @Test
    void aQuestionHasTheSameGradesAsItsMap() throws IOException {
        assertEquals(
                expected("2015", "EFFECTIVENESS", "vulnerable"),
                ofCsv(PageClient.page("/questions/2015/effectiveness/vulnerable.csv")));
        assertEquals(expected("2023-25", "", "respond"), ofCsv(PageClient.page("/questions/2023-25/respond.csv")));
    }

    private static Map<String, String> ofCsvUnchecked(String text) {
        try {
            return ofCsv(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> ofCsv(String text) throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (CSVRecord row : csv(text)) {
            values.put(row.get("force"), row.get("grade").isEmpty() ? row.get("grade_reason") : row.get("grade"));
        }
        return values;
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static Map<String, String> ofJson(String text) {
        Map<String, String> values = new TreeMap<>();
        List<Map<String, Object>> rows = JsonPath.from(text).getList("rows");
        for (Map<String, Object> row : rows) {
            Object grade = row.get("grade");
            values.put(
                    row.get("force").toString(),
                    grade == null ? row.get("grade_reason").toString() : grade.toString());
        }
        return values;
    }

    private static Map<String, String> texts(Map<String, String> codes) {
        Map<String, String> texts = new TreeMap<>();
        codes.forEach((force, code) -> texts.put(force, LABELS.getOrDefault(code, "")));
        return texts;
    }

    /** The grades, empty where there is none. */
    private static Map<String, String> ofHtml(String html) {
        Map<String, String> values = new TreeMap<>();
        Matcher rows = ROW.matcher(html);
        while (rows.find()) {
            String text = rows.group(2)
                    .replaceAll("<span[^>]*>.*?</span>", "")
                    .replaceAll("<[^>]+>", "")
                    .strip();
            String grade = text.replaceAll(", carried over from .*", "");
            values.put(rows.group(1), LABELS.containsValue(grade) ? grade : "");
        }
        return values;
    }
}
