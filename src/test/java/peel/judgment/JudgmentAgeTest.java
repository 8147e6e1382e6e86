package peel.judgment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import peel.testing.BundledRows;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Ages, corrections and disputes of judgments against the lines of the bundled file. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class JudgmentAgeTest {

    private static final List<Map<String, String>> JUDGMENTS = BundledRows.of("judgments");

    private static String published(Map<String, String> row) {
        return row.get("known_from").isEmpty() ? row.get("published") : row.get("known_from");
    }

    @DisplayName("The age is exact only where the day of publication is")
    @Test
    void countsDays() {
        LocalDate on = LocalDate.parse("2025-01-01");
        Answer answer = query("""
                { judgments(first: 100, filter: {cycle: ["2021/22"], question: ["prevent"]}) {
                    nodes { force { slug } age(on: "2025-01-01") { days atLeast precision } } } }
                """);
        Map<String, Map<String, String>> rows = JUDGMENTS.stream()
                .filter(row -> row.get("cycle").equals("2021/22")
                        && row.get("question").equals("prevent")
                        && row.get("known_to").isEmpty())
                .collect(Collectors.toMap(row -> row.get("force"), row -> row));
        assertTrue(rows.size() > 20, rows.size() + " judgments");
        assertEquals(rows.size(), answer.each("judgments.nodes").size());
        for (Answer judgment : answer.each("judgments.nodes")) {
            Map<String, String> row = rows.get(judgment.at("force.slug"));
            long days = ChronoUnit.DAYS.between(LocalDate.parse(published(row)), on);
            assertEquals(days, judgment.number("age.atLeast"));
            assertEquals(row.get("published_precision"), judgment.at("age.precision"));
            assertEquals(
                    row.get("published_precision").equals("DAY") ? Long.toString(days) : "null",
                    judgment.at("age.days"));
        }
    }

    @DisplayName("A version has no age before it was published, and the replaced one has one of its own")
    @Test
    void countsFromTheVersion() {
        Answer answer = query("""
                { judgments(filter: {force: ["northamptonshire"], cycle: ["2023-25"], question: ["respond"]}) {
                    nodes { age(on: "2024-08-07") { days } later: age(on: "2024-08-18") { days }
                            revisions { age(on: "2024-08-18") { days } } } } }
                """);
        assertEquals("null", answer.at("judgments.nodes.0.age"));
        assertEquals("10", answer.at("judgments.nodes.0.later.days"));
        // Published on 19 February and on 8 August 2024.
        assertEquals(List.of("181", "10"), answer.all("judgments.nodes.revisions.age.days"));
    }

    @DisplayName("Judgments can be listed by date of publication, from both ends")
    @Test
    void ordersByPublication() {
        List<String> expected = JUDGMENTS.stream()
                .filter(row -> row.get("cycle").equals("2018/19")
                        && row.get("question").equals("overall")
                        && row.get("known_to").isEmpty())
                .map(JudgmentAgeTest::published)
                .map(day -> day.isEmpty() ? "null" : day)
                .sorted((one, other) -> one.equals("null")
                        ? other.equals("null") ? 0 : 1
                        : other.equals("null") ? -1 : one.compareTo(other))
                .toList();
        String list = """
                query ($first: Int, $after: String, $last: Int) {
                  judgments(first: $first, after: $after, last: $last, orderBy: PUBLISHED,
                            filter: {cycle: ["2018/19"], question: ["overall"]}) {
                    nodes { knownFrom } pageInfo { endCursor } } }
                """;
        Answer first = query(list, Map.of("first", 60));
        List<String> found = new ArrayList<>(first.all("judgments.nodes.knownFrom"));
        found.addAll(query(list, Map.of("first", 100, "after", first.at("judgments.pageInfo.endCursor")))
                .all("judgments.nodes.knownFrom"));
        assertTrue(expected.size() > 100, expected.size() + " judgments");
        assertEquals(expected, found);
        assertEquals(
                expected.subList(expected.size() - 5, expected.size()),
                query(list, Map.of("last", 5)).all("judgments.nodes.knownFrom"));
    }

    @DisplayName("Corrected judgments are those with an earlier version, since a date and as of a date")
    @Test
    void findsCorrections() {
        String list = "{ judgments(filter: {%s}) { totalCount nodes { force { slug } question { code } grade } } }";
        List<Map<String, String>> replaced =
                JUDGMENTS.stream().filter(row -> !row.get("known_to").isEmpty()).toList();
        assertEquals(1, replaced.size());
        assertEquals("2024-08-08", replaced.get(0).get("known_to"));
        for (String filter :
                List.of("corrected: true", "correctedFrom: \"2024-08-08\"", "correctedTo: \"2024-08-08\"")) {
            Answer answer = query(list.formatted(filter));
            assertEquals("1", answer.at("judgments.totalCount"), filter);
            assertEquals("northamptonshire", answer.at("judgments.nodes.0.force.slug"));
            assertEquals("REQUIRES_IMPROVEMENT", answer.at("judgments.nodes.0.grade"));
        }
        for (String filter : List.of(
                "correctedFrom: \"2024-08-09\"",
                "correctedTo: \"2024-08-07\"",
                "corrected: true, asOf: \"2024-08-07\"")) {
            assertEquals("0", query(list.formatted(filter)).at("judgments.totalCount"), filter);
        }
        String count = "{ judgments(filter: {corrected: false}) { totalCount } }";
        assertEquals(JUDGMENTS.size() - 2, query(count).number("judgments.totalCount"));
    }

    @DisplayName("Disputed judgments are those with a contradiction")
    @Test
    void findsDisputes() {
        List<String> expected = JUDGMENTS.stream()
                .filter(row -> !row.get("contradiction").isEmpty())
                .map(row -> row.get("force") + " " + row.get("question"))
                .sorted()
                .toList();
        assertEquals(2, expected.size());
        Answer answer = query("{ judgments(filter: {disputed: true}) { nodes { force { slug } question { code } } } }");
        assertEquals(
                expected,
                answer.each("judgments.nodes").stream()
                        .map(judgment -> judgment.at("force.slug") + " " + judgment.at("question.code"))
                        .sorted()
                        .toList());
    }
}
