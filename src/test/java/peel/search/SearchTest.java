package peel.search;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.reading.layout.PassageKind.BULLET;
import static peel.reading.layout.PassageKind.PARAGRAPH;
import static peel.reading.layout.PassageKind.TABLE_ROW;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;
import static peel.testing.GraphQLClient.unasked;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.finding.FindingKind;
import peel.report.KentReport;
import peel.report.StoredReports;
import peel.report.WrittenReport;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** What is found, in which order, and how it is shown. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "reports"))
class SearchTest {

    private static final String SEARCH = """
            query ($text: String!, $filter: SearchFilter, $first: Int, $after: String) {
              search(text: $text, filter: $filter, first: $first, after: $after) {
                totalCount
                pageInfo { hasNextPage endCursor }
                nodes {
                  kind text lineFrom lineTo page score
                  excerpt { text highlighted }
                  force { slug }
                  question { code }
                  section { heading }
                  report { file }
                  finding { kind ordinal wording }
                  passage { filePage }
                }
              }
            }
            """;

    TestDatabase database;

    @BeforeEach
    void store() throws SQLException {
        try (Connection connection = database.connect()) {
            StoredReports.store(connection, KentReport.first().reading());
            StoredReports.store(
                    connection,
                    gwent("A sentence of the first version only: zeppelin.").reading());
            StoredReports.store(connection, gwent("The zebra crossing is safe.").reading());
        }
    }

    private static WrittenReport gwent(String sentence) {
        return new WrittenReport("gwent")
                .section(1, "Overview", null)
                .passage(PARAGRAPH, sentence)
                .passage(PARAGRAPH, "Drones inspect roofs, and roofs are also inspected by drones.")
                .passage(
                        PARAGRAPH,
                        "Drones are kept at the harbour, near the old town, by a unit that has a few dogs, two vans and a",
                        "boat, which officers inspected on the day that they went to look at the roofs of the harbour.")
                .passage(PARAGRAPH, "‘Harbour’ and “quay” – mean the harbour’s edge—and its sea-wall; it cost £5m.")
                .passage(PARAGRAPH, "Is 3 < 5 & \"true\"? <script>alert('otters')</script> Otters swim.")
                .section(1, "Serious crime", "soc")
                .passage(BULLET, "The force should map gangs", "in the harbour.")
                .finding("soc", FindingKind.AREA_FOR_IMPROVEMENT, 1, 1)
                .passage(BULLET, "Gangs were mapped last year.")
                .passage(BULLET, "A boat lying at anchor was searched.")
                .passage(TABLE_ROW, "Gangs\t5");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            inspecting roof                    | 2
            "roofs are also inspected"         | 1
            “roofs are also inspected”         | 1
            "inspected roofs also"             | 0
            drones -harbour                    | 1
            zebra or otters                    | 2
            zebra otters                       | 0
            harbour                            | 3
            quay                               | 1
            sea-wall                           | 1
            5m                                 | 1
            ZEBRA                              | 1
            zeppelin                           | 0
            """)
    void findsWordsInAnyFormPhrasesAlternativesAndExclusions(String text, int hits) {
        assertEquals(hits, search(text, "gwent").number("totalCount"));
    }

    @Test
    void ranksTextsHigherWhereTheWordsAreCloserAndMoreFrequent() {
        List<Answer> hits = search("drones inspect roofs", "gwent").each("nodes");
        assertTrue(hits.get(0).at("text").startsWith("Drones inspect roofs"));
        assertTrue(hits.get(1).at("text").startsWith("Drones are kept"));
        assertTrue(Double.parseDouble(hits.get(0).at("score"))
                > Double.parseDouble(hits.get(1).at("score")));
    }

    @Test
    void namesThePlaceOfAHit() {
        Answer hit = search("kitchen", "kent").each("nodes").get(0);
        assertEquals("FOOTNOTE", hit.at("kind"));
        assertEquals("kent", hit.at("force.slug"));
        assertEquals("prevent", hit.at("question.code"));
        assertTrue(hit.at("section.heading").startsWith("How effective is the force at preventing"));
        assertEquals("kent.txt", hit.at("report.file"));
        assertEquals("7", hit.at("lineFrom"));
        assertEquals("8", hit.at("lineTo"));
        assertEquals("1", hit.at("passage.filePage"));
        assertEquals("null", hit.at("finding"));
        assertEquals(
                "5", search("burglaries by month", "kent").each("nodes").get(0).at("page"));
    }

    @Test
    void findsAFindingOnceWithItsSectionAndReport() {
        List<Answer> hits = search("gangs", "gwent").each("nodes");
        assertEquals(
                List.of("BULLET", "FINDING"),
                hits.stream().map(hit -> hit.at("kind")).sorted().toList());
        Answer finding = hits.stream()
                .filter(hit -> hit.at("kind").equals("FINDING"))
                .findFirst()
                .get();
        assertEquals("The force should map gangs in the harbour.", finding.at("text"));
        assertEquals("AREA_FOR_IMPROVEMENT", finding.at("finding.kind"));
        assertEquals("Serious crime", finding.at("section.heading"));
        assertEquals("soc", finding.at("question.code"));
        assertEquals("gwent.txt", finding.at("report.file"));
        assertEquals("9", finding.at("lineFrom"));
    }

    @Test
    void findsFindingsThatNoReportPrints() {
        // The register of recommendations, in the bundled dataset.
        Answer hit = query(
                        SEARCH,
                        Map.of(
                                "text",
                                "mapping",
                                "filter",
                                Map.of("kind", List.of("FINDING"), "force", List.of("dyfed-powys"))))
                .each("search.nodes")
                .get(0);
        assertEquals("RECOMMENDATION", hit.at("finding.kind"));
        assertEquals("null", hit.at("section"));
        assertEquals("null", hit.at("report"));
        assertEquals("null", hit.at("passage"));
    }

    @Test
    void highlightsTheWordsOfThePrintedText() {
        List<Answer> parts =
                search("\"harbour\" edge", "gwent").each("nodes").get(0).each("excerpt");
        assertEquals("‘Harbour’ and “quay” – mean the harbour’s edge—and its sea-wall; it cost £5m.", joined(parts));
        assertEquals(
                List.of("Harbour", "harbour", "edge"),
                parts.stream()
                        .filter(part -> part.at("highlighted").equals("true"))
                        .map(part -> part.at("text"))
                        .toList());
    }

    @Test
    void highlightsWordsThatShareOnlyTheirFirstLetterWithTheirForm() {
        Answer hit = search("to lie", "gwent").each("nodes").get(0);
        assertEquals(
                List.of("lying"),
                hit.each("excerpt").stream()
                        .filter(part -> part.at("highlighted").equals("true"))
                        .map(part -> part.at("text"))
                        .toList());
    }

    @Test
    void givesMarkupAsPlainTextInParts() {
        List<Answer> parts = search("otters swim", "gwent").each("nodes").get(0).each("excerpt");
        assertEquals("Is 3 < 5 & \"true\"? <script>alert('otters')</script> Otters swim.", joined(parts));
        assertTrue(parts.stream()
                .filter(part -> part.at("highlighted").equals("true"))
                .map(part -> part.at("text"))
                .toList()
                .containsAll(List.of("Otters", "swim")));
    }

    private static String joined(List<Answer> parts) {
        return String.join("", parts.stream().map(part -> part.at("text")).toList());
    }

    @Test
    void isFiltered() {
        assertEquals(1, filtered("gangs", Map.of("question", "soc", "kind", "FINDING")));
        assertEquals(0, filtered("zebra", Map.of("question", "soc")));
        assertEquals(1, filtered("zebra", Map.of("cycle", "2015", "pillar", "EFFECTIVENESS")));
        assertEquals(0, filtered("zebra", Map.of("cycle", "2014")));
        assertEquals(0, filtered("zebra", Map.of("pillar", "LEGITIMACY")));
        assertEquals(0, filtered("zebra", Map.of("force", "kent")));
        assertEquals(1, filtered("zebra", Map.of("force", List.of("kent", "Gwent Police"))));
        assertEquals(0, filtered("zebra", Map.of("kind", List.of("FOOTNOTE", "CAPTION"))));
        String message = refusal("{ search(text: \"zebra\", filter: {question: [\"x\"]}) { totalCount } }");
        assertTrue(message.startsWith("There is no question \"x\". Known: "), message);
    }

    private static int filtered(String text, Map<String, ?> filter) {
        return query(unasked(SEARCH), Map.of("text", text, "filter", filter)).number("search.totalCount");
    }

    @Test
    void isPaginatedWithoutLossOrRepetition() throws SQLException {
        WrittenReport report = new WrittenReport("essex").section(1, "Overview", null);
        for (int i = 0; i < 60; i++) {
            // Many match equally well.
            report.passage(PARAGRAPH, "Lighthouse " + "keeper ".repeat(i % 3) + "number " + i + ".");
        }
        try (Connection connection = database.connect()) {
            StoredReports.store(connection, report.reading());
        }
        List<String> texts = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        String after = null;
        boolean more = true;
        while (more) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("text", "lighthouse");
            variables.put("first", 7);
            variables.put("after", after);
            Answer page = query(unasked(SEARCH), variables).each("search").get(0);
            assertEquals(60, page.number("totalCount"));
            texts.addAll(page.all("nodes.text"));
            page.all("nodes.score").forEach(score -> scores.add(Double.valueOf(score)));
            after = page.at("pageInfo.endCursor");
            more = page.at("pageInfo.hasNextPage").equals("true");
        }
        assertEquals(60, texts.size());
        assertEquals(60, new HashSet<>(texts).size());
        assertEquals(
                scores.stream()
                        .sorted((one, other) -> Double.compare(other, one))
                        .toList(),
                scores);
        assertTrue(scores.stream().distinct().count() > 1);
        String message = refusal(
                "query ($after: String) { search(text: \"zebra\", after: $after) { totalCount } }",
                Map.of("after", after));
        assertTrue(message.contains("is not a cursor of this list"), message);
    }

    @Test
    void givesEachAliasItsOwnHitsAndExcerpts() {
        Answer answer = query("""
                {
                  zebra: search(text: "zebra") { nodes { score excerpt { text highlighted } } }
                  crossing: search(text: "crossing") { nodes { excerpt { text highlighted } } }
                  both: search(text: "zebra safe") { nodes { score } }
                }
                """);
        assertEquals(List.of("The ", "zebra", " crossing is safe."), answer.all("zebra.nodes.excerpt.text"));
        assertEquals(List.of("The zebra ", "crossing", " is safe."), answer.all("crossing.nodes.excerpt.text"));
        assertFalse(answer.at("zebra.nodes.score").equals(answer.at("both.nodes.score")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table report; --",
                "\" zebra",
                "zebra & | ! ( ) <-> :* \\ '",
                "zebra':A*",
                "or or or",
                "- - zebra",
                "\"\" zebra \"\"",
                "%s ? :query $1 zebra",
                "ze\u0002bra \u0003",
                "\uD83D\uDC6E zebra",
                "e\u0301te\u0301 \u202E zebra",
                "<b>zebra</b> &amp;"
            })
    void failsForNoQueryText(String text) {
        Map<String, ?> variables = Map.of("text", text);
        // Something or nothing is found, or the text is refused; never an error of the service.
        String message = refusalOrNothing(variables);
        assertTrue(message.isEmpty() || message.startsWith("\"" + text + "\" "), message);
    }

    private static String refusalOrNothing(Map<String, ?> variables) {
        try {
            query(SEARCH, variables);
            return "";
        } catch (AssertionError refused) {
            return refusal(SEARCH, variables);
        }
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~           | "text" is empty: enter words to search for.
            ~  ~         | "text" is empty: enter words to search for.
            the of and   | "the of and" has no word to search for:
            "!?"         | ""!?"" has no word to search for:
            -zebra       | "-zebra" only excludes words: add a word that must occur.
            zebra or -ox | "zebra or -ox" only excludes words
            """)
    void refusesAnUnsearchableText(String text, String reason) {
        String message = refusal(SEARCH, Map.of("text", text));
        assertTrue(message.startsWith(reason), message);
    }

    @Test
    void quotesAtMostOneHundredCharactersOfTheText() {
        String words = "of the ".repeat(20); // none is a term
        String message = refusal(SEARCH, Map.of("text", words));
        assertTrue(message.startsWith("\"" + words.substring(0, 100) + "…\" has no word"), message);
        String excluded = "-zebra ".repeat(20);
        message = refusal(SEARCH, Map.of("text", excluded));
        assertTrue(message.startsWith("\"" + excluded.substring(0, 100) + "…\" only excludes"), message);
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertEquals(
                "\"text\" has 501 characters: at most 500 are allowed.",
                refusal(SEARCH, Map.of("text", "x".repeat(501))));
        query(SEARCH, Map.of("text", "x".repeat(500)));
        query(SEARCH, Map.of("text", "a or ".repeat(99) + "zebra"));
    }

    @Test
    void refusesATextOfMoreThanTwentyTerms() {
        String twenty = IntStream.rangeClosed(1, 19).mapToObj(i -> " -x" + i).collect(joining("", "zebra", ""));
        assertEquals(20, twenty.split(" ").length);
        query(SEARCH, Map.of("text", twenty));
        query(SEARCH, Map.of("text", "the " + twenty));
        String message = "\"text\" has 21 terms: at most 20 are allowed.";
        assertEquals(message, refusal(SEARCH, Map.of("text", twenty + " -x20")));
        assertEquals(message, refusal(SEARCH, Map.of("text", twenty + " or wasps")));
        assertEquals(message, refusal(SEARCH, Map.of("text", "zebra,".repeat(21))));
    }

    @Test
    void refusesACharacterThatTheDatabaseCannotStore() {
        refusal(SEARCH, Map.of("text", "zebra \0 crossing"));
    }

    private static Answer search(String text, String force) {
        return query(unasked(SEARCH), Map.of("text", text, "filter", Map.of("force", List.of(force))))
                .each("search")
                .get(0);
    }
}
