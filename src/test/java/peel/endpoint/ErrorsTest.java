package peel.endpoint;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static peel.endpoint.EndpointClient.post;
import static peel.endpoint.EndpointClient.postJson;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peel.error.ErrorCode;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ErrorsTest {

    @Test
    void reportsASyntaxErrorWithItsLocation() {
        isRefused(post("{ force("), ErrorCode.GRAPHQL_PARSE_FAILED, "line 1");
    }

    @Test
    void refusesAnUnknownField() {
        isRefused(post("{ nope }"), ErrorCode.GRAPHQL_VALIDATION_FAILED, "nope");
    }

    @Test
    void reportsAnUnknownEnumValueTogetherWithTheKnownOnes() {
        String known = "Known values of Pillar: EFFECTIVENESS, EFFICIENCY, LEADERSHIP, LEGITIMACY.";
        Response literal = post("{ force(name: \"gmp\") { judgments(pillar: STYLE) { grade } } }");
        isRefused(literal, ErrorCode.BAD_USER_INPUT, "STYLE");
        isRefused(literal, ErrorCode.BAD_USER_INPUT, known);
        Response variable = post(
                "query ($p: Pillar) { force(name: \"gmp\") { judgments(pillar: $p) { grade } } }",
                Map.of("p", "STYLE"));
        isRefused(variable, ErrorCode.BAD_USER_INPUT, "STYLE");
        isRefused(variable, ErrorCode.BAD_USER_INPUT, known);
        Response inside = post(
                "query ($f: JudgmentFilter) { judgments(filter: $f) { totalCount } }",
                Map.of("f", Map.of("pillar", List.of("STYLE"))));
        isRefused(inside, ErrorCode.BAD_USER_INPUT, known);
    }

    // As GraphQL.js does.
    @Test
    void suggestsWhatMayHaveBeenMeant() {
        String field = "{ force(name: \"gmp\") { nmae } }";
        isRefused(post(field), ErrorCode.GRAPHQL_VALIDATION_FAILED, "Did you mean \"name\" or \"names\"?");
        isRefused(
                post("{ frces { totalCount } }"),
                ErrorCode.GRAPHQL_VALIDATION_FAILED,
                "is undefined. Did you mean \"forces\", \"force\",");
        isRefused(
                post("{ forces(firs: 1) { totalCount } }"),
                ErrorCode.GRAPHQL_VALIDATION_FAILED,
                "Did you mean \"first\"?");
        isRefused(
                post("{ force(name: \"gmp\") { grades: judgments(cycel: \"2015\") { grade } } }"),
                ErrorCode.GRAPHQL_VALIDATION_FAILED,
                "Did you mean \"cycle\"?");
        isRefused(
                post("query ($f: ForceFiltr) { forces(filter: $f) { totalCount } }"),
                ErrorCode.GRAPHQL_VALIDATION_FAILED,
                "Did you mean \"ForceFilter\"");
        isRefused(
                post("{ forces(filter: {regio: \"x\"}) { totalCount } }"),
                ErrorCode.BAD_USER_INPUT,
                "Did you mean \"region\"?");
        isRefused(
                post(
                        "query ($f: ForceFilter) { forces(filter: $f) { totalCount } }",
                        Map.of("f", Map.of("regio", "x"))),
                ErrorCode.BAD_USER_INPUT,
                "Did you mean \"region\"?");
        isRefused(
                post("{ force(name: \"gmp\") { judgments(pillar: LEADRSHIP) { grade } } }"),
                ErrorCode.BAD_USER_INPUT,
                "Did you mean \"LEADERSHIP\"?");
        isRefused(
                post(
                        "query ($p: Pillar) { force(name: \"gmp\") { judgments(pillar: $p) { grade } } }",
                        Map.of("p", "LEADRSHIP")),
                ErrorCode.BAD_USER_INPUT,
                "Did you mean \"LEADERSHIP\"?");
        post("{ zzzzzz }").then().body("errors[0].message", not(containsString("Did you mean")));
    }

    // GraphQL specification, section 6.4.4: only the field that may be null is.
    @Test
    void returnsTheOtherFieldsIfAForceIsUnknown() {
        post("{ good: force(name: \"gmp\") { slug } none: force(name: \"Gotham\") { slug }"
                        + " report(force: \"Gotham\", cycle: \"2015\") { file } }")
                .then()
                .statusCode(200)
                .body("data.good.slug", equalTo("greater-manchester"))
                .body("data.none", nullValue())
                .body("data.report", nullValue());
    }

    @Test
    void reportsAMissingVariableAndAnUnknownInputFieldAsBadInput() {
        isRefused(
                post("query ($name: String!) { force(name: $name) { slug } }", Map.of()),
                ErrorCode.BAD_USER_INPUT,
                "'name'");
        isRefused(
                post(
                        "query ($f: JudgmentFilter) { judgments(filter: $f) { totalCount } }",
                        Map.of("f", Map.of("colour", "red"))),
                ErrorCode.BAD_USER_INPUT,
                "colour");
    }

    @Test
    void quotesAnInvalidArgument() {
        post("query ($n: Int) { forces(first: $n) { nodes { slug } } }", Map.of("n", "many"))
                .then()
                .body("errors[0].extensions.code", equalTo(ErrorCode.BAD_USER_INPUT))
                .body("errors[0].message", containsString("Variable 'n'"))
                .body("errors[0].message", containsString("not the text \"many\""));
        post("{ judgmentMatrix(cycle: \"2015\", asOf: \"yesterday\") { cycle { code } } }")
                .then()
                .body("errors[0].extensions.code", equalTo(ErrorCode.BAD_USER_INPUT))
                .body("errors[0].message", containsString("asOf: \"yesterday\""))
                .body("errors[0].message", containsString("2016-02-18"));
    }

    @Test
    void refusesAMissingOrUnknownOperationName() {
        String two = "query A { __typename } query B { __typename }";
        isRefused(post(two), ErrorCode.OPERATION_RESOLUTION_FAILURE, "Known: A, B.");
        isRefused(
                postJson(Map.of("query", two, "operationName", "C")), ErrorCode.OPERATION_RESOLUTION_FAILURE, "\"C\"");
        postJson(Map.of("query", two, "operationName", "B"))
                .then()
                .statusCode(200)
                .body("data.__typename", equalTo("Query"));
    }

    @Test
    void returnsTheOtherFieldsIfOneFails() {
        post("{ good: force(name: \"gmp\") { slug }"
                        + " bad: force(name: \"gmp\") { judgments(cycle: \"1900\") { grade } } }")
                .then()
                .statusCode(200)
                .body("data.good.slug", equalTo("greater-manchester"))
                .body("data.bad", nullValue())
                .body("errors", hasSize(1))
                .body("errors[0].path", equalTo(List.of("bad", "judgments")))
                .body("errors[0].extensions.code", equalTo(ErrorCode.BAD_USER_INPUT))
                .body("errors[0].extensions", not(hasKey("classification")));
    }

    @Test
    void limitsTheNumberOfErrors() {
        // Each force has an error of its own, because its list of judgments must not be null.
        post("{ forces(first: 60) { nodes { judgments(cycle: \"1900\") { grade } } } }")
                .then()
                .statusCode(200)
                .body("errors.size()", lessThanOrEqualTo(51));
    }

    @Test
    void answersAnOldClientWithStatus200() {
        given().accept("application/json")
                .contentType("application/json")
                .body(Map.of("query", "{ nope }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo(ErrorCode.GRAPHQL_VALIDATION_FAILED));
    }

    private static void isRefused(Response response, String code, String message) {
        response.then()
                .statusCode(400)
                .body("$", not(hasKey("data")))
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].extensions", not(hasKey("classification")))
                .body("errors[0].message", containsString(message));
    }
}
