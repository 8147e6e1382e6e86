package peel.error;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.testing.PostgresResource;

/** Invalid input is refused with a message that says what is accepted. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BadInputTest {

    /** What is named, a name that exists, and a query with such a name: for every argument and filter that takes one. */
    private static final String NAMES = """
            cycle     | 2015        | cycle(code: "%s") { code }
            cycle     | 2015        | questions(cycle: "%s") { code }
            cycle     | 2015        | judgmentMatrix(cycle: "%s") { cycle { code } }
            cycle     | 2015        | report(force: "bedfordshire", cycle: "%s", pillar: EFFECTIVENESS) { title }
            cycle     | 2015        | force(name: "kent") { judgments(cycle: "%s") { grade } }
            cycle     | 2015        | force(name: "bedfordshire") { findings(cycle: "%s") { text } }
            cycle     | 2015        | force(name: "bedfordshire") { inspections(cycle: "%s") { id } }
            cycle     | 2015        | judgments(first: 1, filter: {cycle: ["2016"]}) { nodes { change(since: "%s") { direction } } }
            cycle     | 2015        | judgments(filter: {cycle: ["2016", "%s"]}) { totalCount }
            cycle     | 2015        | judgments(filter: {cycle: ["2016"], since: "%s", change: [IMPROVED]}) { totalCount }
            cycle     | 2015        | judgmentCounts(by: [CYCLE], filter: {cycle: ["%s"]}) { judgments }
            cycle     | 2015        | judgmentCounts(by: [], filter: {cycle: ["2016"], since: "%s"}) { byChange { forces } }
            cycle     | 2015        | findings(filter: {cycle: ["%s"]}) { totalCount }
            cycle     | 2015        | findingCounts(by: [], filter: {cycle: ["%s"]}) { findings }
            cycle     | 2015        | forces(filter: {judged: {cycle: ["%s"]}}) { totalCount }
            cycle     | 2014        | forces(filter: {judgedAll: [{cycle: ["%s"]}]}) { totalCount }
            cycle     | 2014        | forces(filter: {judgedAny: [{cycle: ["%s"]}]}) { totalCount }
            cycle     | 2023-25     | forces(filter: {judgedNone: [{cycle: ["%s"]}]}) { totalCount }
            cycle     | 2015        | reports(filter: {cycle: ["%s"]}) { totalCount }
            cycle     | 2015        | search(text: "force", filter: {cycle: ["%s"]}) { totalCount }
            question  | vulnerable  | judgments(filter: {question: ["overall", "%s"]}) { totalCount }
            question  | vulnerable  | judgmentCounts(by: [], filter: {question: ["%s"]}) { judgments }
            question  | vulnerable  | findings(filter: {question: ["%s"]}) { totalCount }
            question  | vulnerable  | forces(filter: {judged: {question: ["%s"]}}) { totalCount }
            question  | vulnerable  | force(name: "kent") { judgments(question: "%s") { grade } }
            question  | soc         | search(text: "mapping", filter: {question: ["%s"]}) { totalCount }
            metric    | asb.rate    | metric(code: "%s") { code }
            metric    | asb.rate    | ranking(metric: "%s") { rank }
            metric    | asb.rate    | rankedMetric(metric: "%s") { median }
            metric    | asb.rate    | series(metric: "%s", area: ["kent"]) { metric { code } }
            metric    | asb.rate    | figureTable(columns: [{metric: "%s"}]) { columns { forces } }
            metric    | asb.rate    | observations(filter: {metric: ["ocg.rate", "%s"]}) { totalCount }
            metric    | asb.rate    | forces(filter: {measured: [{metric: "%s", above: 0}]}) { totalCount }
            metric    | asb.rate    | force(name: "bedfordshire") { observations(metric: ["%s"]) { value } }
            metric    | ocg.count   | organisedCrimeGroupCounts(filter: {metric: ["%s"]}) { totalCount }
            metric    | iom.cohort  | offenderManagementFigures(filter: {metric: ["%s"]}) { totalCount }
            area      | england-and-wales | area(code: "%s") { name }
            area      | england-and-wales | series(metric: "crime.severity-score", area: ["%s"]) { area { code } }
            area      | england-and-wales | observations(filter: {area: ["kent", "%s"]}) { totalCount }
            area      | bedfordshire      | organisedCrimeGroupCounts(filter: {area: ["%s"]}) { totalCount }
            area      | bedfordshire      | offenderManagementFigures(filter: {area: ["%s"]}) { totalCount }
            region    | Eastern           | forces(filter: {region: ["%s"]}) { totalCount }
            region    | Eastern           | judgments(filter: {region: ["%s"]}) { totalCount }
            region    | Eastern           | judgmentCounts(by: [], filter: {region: ["%s"]}) { judgments }
            region    | Eastern           | findings(filter: {region: ["%s"]}) { totalCount }
            force     | bedfordshire      | judgments(filter: {force: ["kent", "%s"]}) { totalCount }
            force     | bedfordshire      | judgmentCounts(by: [], filter: {force: ["%s"]}) { judgments }
            force     | bedfordshire      | findings(filter: {force: ["%s"]}) { totalCount }
            force     | bedfordshire      | forces(filter: {name: ["%s"]}) { totalCount }
            force     | bedfordshire      | reports(filter: {force: ["%s"]}) { totalCount }
            force     | bedfordshire      | search(text: "force", filter: {force: ["%s"]}) { totalCount }
            dimension | Residential burglary | ranking(metric: "crime.household-rate", at: "2019-03-31", dimension: "%s") { rank }
            dimension | Residential burglary | rankedMetric(metric: "crime.household-rate", at: "2019-03-31", dimension: "%s") { median }
            dimension | Residential burglary | series(metric: "crime.household-rate", area: ["kent"], dimension: "%s") { points { at } }
            dimension | Residential burglary | figureTable(columns: [{metric: "crime.household-rate", at: "2019-03-31", dimension: "%s"}]) { columns { forces } }
            dimension | Residential burglary | observations(filter: {dimension: ["IOM", "%s"]}) { totalCount }
            dimension | Residential burglary | forces(filter: {measured: [{metric: "crime.household-rate", at: "2019-03-31", dimension: "%s", above: 0}]}) { totalCount }
            dimension | Drug activity        | organisedCrimeGroupCounts(filter: {predominantCrimeType: ["%s"]}) { totalCount }
            regional organised crime unit | ERSOU | forces(filter: {regionalOrganisedCrimeUnit: ["%s"]}) { totalCount }
            local authority | Luton             | forces(filter: {localAuthority: "%s"}) { totalCount }
            publication     | policeprofessional | publication(code: "%s") { title }
            enum            | JudgmentState     | labels(type: "%s") { code }
            """;

    @DisplayName("Names are found in any letter case")
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = NAMES)
    void findsNamesInAnyLetterCase(String what, String name, String query) {
        String found = query("{ " + query.formatted(name) + " }").toString();
        // No report is imported here.
        assertTrue(query.startsWith("report") || !found.matches(".*(:0|:null|\\[])[]}]*"), found);
        for (String other : List.of(name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
            assertEquals(found, query("{ " + query.formatted(other) + " }").toString());
        }
    }

    @DisplayName("An unknown name is refused, and the closest or all known names are listed")
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = NAMES)
    void refusesAnUnknownNameAndListsTheClosestOnes(String what, String name, String query) {
        String message = refusal("{ " + query.formatted(name + "z") + " }");
        String start = "There is no " + what;
        assertTrue(message.startsWith(start), message);
        String quoted = "\"" + name + "z\"";
        assertTrue(message.contains(quoted), message);
        String accepted = message.substring(message.indexOf(quoted) + quoted.length());
        assertTrue(accepted.contains(name), message);
        assertTrue(accepted.split(", ").length <= 30, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            force  | Northumberland Police | northumbria         | forces(filter: {name: ["%s"]}) { totalCount }
            metric | officers              | workforce.officers  | metric(code: "%s") { code }
            metric | work-force.staf       | workforce.staff     | metric(code: "%s") { code }
            area   | Yorkshire             | north-yorkshire     | area(code: "%s") { code }
            """)
    void suggestsTheNameThatMayBeMeant(String what, String unknown, String meant, String query) {
        String message = refusal("{ " + query.formatted(unknown) + " }");
        assertTrue(message.startsWith("There is no %s \"%s\". Did you mean \"".formatted(what, unknown)), message);
        assertTrue(message.contains('"' + meant + '"'), message);
    }

    @Test
    void listsTheFirstThirtyIfNoneIsClose() {
        String message = refusal("{ forces(filter: {name: [\"1999\"]}) { totalCount } }");
        assertTrue(
                message.startsWith(
                        "There is no force \"1999\". Known: avon-and-somerset, bedfordshire, cambridgeshire, "),
                message);
        assertTrue(message.endsWith(" ... (43 in all)."), message);
        assertEquals(30, message.split(", ").length);
    }

    @Test
    void refusesNullInAListOfNames() {
        String message = refusal("{ force(name: \"kent\") { observations(metric: [\"ocg.rate\", null]) { value } } }");
        assertTrue(message.startsWith("There is no metric null. Known: "), message);
        assertTrue(message.contains("crime.rate"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "questions(cycle: \"%s\") { code }",
                "judgments(filter: {question: [\"%s\"]}) { totalCount }",
                "observations(filter: {metric: [\"%s\"]}) { totalCount }",
                "observations(filter: {area: [\"%s\"]}) { totalCount }",
                "forces(filter: {name: [\"%s\"]}) { totalCount }",
                "ranking(metric: \"crime.rate\", dimension: \"%s\") { rank }",
                "ranking(metric: \"ocg.rate\", at: \"%s\") { rank }",
                "forces(after: \"%s\") { totalCount }",
                "node(id: \"%s\") { id }"
            })
    void quotesAtMostOneHundredCharactersOfAValue(String query) {
        String message = refusal("{ " + query.formatted("x".repeat(10_000)) + " }");
        assertTrue(message.contains("x…\""), message);
        assertFalse(message.contains("x".repeat(101)), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "99999999999999999999"})
    void refusesANumberOutsideOfEveryRange(String number) {
        given().contentType("application/json")
                .body("{\"query\": \"query($n: Int) { forces(first: $n) { totalCount } }\", \"variables\": {\"n\": %s}}"
                        .formatted(number))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
    }

    // Section 3.5.1 of the specification: only integers of 32 bits, neither text nor fractions.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"5\"",
                "5.5",
                "1e400",
                "true",
                "[5]",
                "2147483648",
                "-2147483649",
                "9223372036854775807",
                "18446744073709551621"
            })
    void refusesWhatIsNoIntBeforeItExecutes(String value) {
        given().contentType("application/json")
                .accept("application/graphql-response+json")
                .body("{\"query\": \"query($n: Int) { forces(first: $n) { totalCount } }\", \"variables\": {\"n\": %s}}"
                        .formatted(value))
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("data", nullValue())
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
        given().contentType("application/json")
                .accept("application/graphql-response+json")
                .body("{\"query\": \"{ forces(first: %s) { totalCount } }\"}".formatted(value.replace("\"", "\\\"")))
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("data", nullValue())
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
    }

    @Test
    void refusesAnIntOfNineHundredNinetyZeros() {
        given().contentType("application/json")
                .accept("application/graphql-response+json")
                .body(
                        "{\"query\": \"query($n: Int) { forces(first: $n) { totalCount } }\", \"variables\": {\"n\": 1%s}}"
                                .formatted("0".repeat(990)))
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
    }

    @Test
    void refusesAListOfMoreThanAThousandValues() {
        String message = refusal("{ force(name: \"kent\") { observations(metric: [%s]) { value } } }"
                .formatted("\"ocg.rate\" ".repeat(1_001)));
        assertTrue(message.contains("\"metric\" has 1001 values; the limit is 1000"), message);
    }

    static final List<String> LISTS = List.of(
            "forces",
            "judgments",
            "findings",
            "observations",
            "organisedCrimeGroupCounts",
            "offenderManagementFigures");

    @ParameterizedTest
    @FieldSource("LISTS")
    void refusesAPageThatIsTooSmallOrTooLarge(String list) {
        for (String end : List.of("first", "last")) {
            for (int size : new int[] {101, -1}) {
                String message = pageRefusal(list, end + ": " + size);
                assertTrue(message.contains("\"" + end + "\" is " + size), message);
                assertTrue(message.contains("0 to 100"), message);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("LISTS")
    void refusesABrokenCursor(String list) {
        for (String cursor : List.of("", "abc", "%%%", base64("name"), base64("printed"))) {
            String message = pageRefusal(list, "after: \"" + cursor + "\"");
            assertTrue(message.startsWith("\"" + cursor + "\" is not a cursor"), message);
            pageRefusal(list, "last: 1, before: \"" + cursor + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric\u001fx\u001f1\u001f2015-06-30\u001f00000000-0000-0000-0000-000000000000",
                "metric\u001f1\u001f1\u001fyesterday\u001f00000000-0000-0000-0000-000000000000",
                "metric\u001f1\u001f1\u001f2015-06-30\u001fnobody",
                "metric\u001f1\u001f1\u001f2015-06-30"
            })
    void refusesAForgedCursor(String content) {
        String message = pageRefusal("observations", "after: \"" + base64(content) + "\"");
        assertTrue(message.contains("is not a cursor"), message);
    }

    @Test
    void refusesACursorWithANullCharacter() {
        String message = pageRefusal("judgments", "after: \"" + base64("force\u001f\0") + "\"");
        assertTrue(message.contains("is not a cursor"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "judgments(filter: {asOf: \"yesterday\"}) { totalCount }",
                "judgmentMatrix(cycle: \"2015\", asOf: \"yesterday\") { cycle { code } }",
                "observations(filter: {from: \"yesterday\"}) { totalCount }",
                "organisedCrimeGroupCounts(filter: {asAt: \"yesterday\"}) { totalCount }",
                "ranking(metric: \"ocg.rate\", at: \"yesterday\") { rank }",
                "force(name: \"kent\") { judgments(asOf: \"yesterday\") { grade } }",
                "force(name: \"kent\") { observations(from: \"yesterday\") { value } }"
            })
    void refusesAnInvalidDate(String query) {
        String message = refusal("{ " + query + " }");
        assertTrue(message.contains("yesterday"), message);
    }

    private static String pageRefusal(String list, String arguments) {
        return refusal("{ %s(%s) { totalCount } }".formatted(list, arguments));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metrics(search: \"\\u0000\") { code }",
                "judgmentMatrix(cycle: \"2015\", asOf: \"+999999998-12-31\") { rows { cells { grade } } }"
            })
    void refusesAValueThatTheDatabaseCannotStore(String query) {
        String message = refusal("{ " + query + " }");
        assertTrue(message.contains("the database cannot store"), message);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
