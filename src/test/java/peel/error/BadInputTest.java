package peel.error;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
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

    @DisplayName("An unknown name is refused, and the known names are listed")
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            cycle     | 2025-27                          | judgmentMatrix(cycle: "1999") { cycle { code } }
            cycle     | 2018/19                          | questions(cycle: "1999") { code }
            cycle     | 2014                             | judgments(filter: {cycle: ["2015", "1999"]}) { totalCount }
            cycle     | 2014                             | findings(filter: {cycle: ["1999"]}) { totalCount }
            cycle     | 2014                             | forces(filter: {judged: {cycle: ["1999"]}}) { totalCount }
            cycle     | 2014                             | force(name: "kent") { judgments(cycle: "1999") { grade } }
            cycle     | 2014                             | force(name: "kent") { findings(cycle: "1999") { text } }
            cycle     | 2014                             | force(name: "kent") { inspections(cycle: "1999") { id } }
            question  | vulnerable                       | judgments(filter: {question: ["1999"]}) { totalCount }
            question  | vulnerable                       | findings(filter: {question: ["1999"]}) { totalCount }
            question  | vulnerable                       | forces(filter: {judged: {question: ["1999"]}}) { totalCount }
            question  | vulnerable                       | force(name: "kent") { judgments(question: "1999") { grade } }
            metric    | crime.rate                       | observations(filter: {metric: ["ocg.rate", "1999"]}) { totalCount }
            metric    | crime.rate                       | organisedCrimeGroupCounts(filter: {metric: ["1999"]}) { totalCount }
            metric    | crime.rate                       | offenderManagementFigures(filter: {metric: ["1999"]}) { totalCount }
            metric    | crime.rate                       | ranking(metric: "1999") { rank }
            metric    | crime.rate                       | force(name: "kent") { observations(metric: ["1999"]) { value } }
            area      | warwickshire-and-west-mercia     | observations(filter: {area: ["bedfordshire", "1999"]}) { totalCount }
            area      | england-and-wales                | organisedCrimeGroupCounts(filter: {area: ["1999"]}) { totalCount }
            area      | england-and-wales                | offenderManagementFigures(filter: {area: ["1999"]}) { totalCount }
            force     | bedfordshire                     | judgments(filter: {force: ["kent", "1999"]}) { totalCount }
            force     | bedfordshire                     | findings(filter: {force: ["1999"]}) { totalCount }
            force     | bedfordshire                     | forces(filter: {name: ["1999"]}) { totalCount }
            dimension | Recorded crime (excluding fraud) | ranking(metric: "crime.rate", dimension: "1999") { rank }
            dimension | Community resolution             | observations(filter: {dimension: ["IOM", "1999"]}) { totalCount }
            dimension | Drug activity                    | organisedCrimeGroupCounts(filter: {predominantCrimeType: ["1999"]}) { totalCount }
            """)
    void refusesAnUnknownNameAndListsTheKnownOnes(String what, String existing, String query) {
        String message = refusal("{ " + query + " }");
        assertTrue(message.startsWith("There is no " + what), message);
        assertTrue(message.contains("\"1999\""), message);
        assertTrue(message.contains(existing), message);
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
