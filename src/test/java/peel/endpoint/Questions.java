package peel.endpoint;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import peel.testing.Eventually;

/** Requests as clients of the specification's own media type send them. */
final class Questions {

    static final String RESPONSE = "application/graphql-response+json";

    private Questions() {}

    static RequestSpecification client() {
        return given().accept(RESPONSE);
    }

    static Response post(String query) {
        return postJson(Map.of("query", query));
    }

    static Response post(String query, Map<String, ?> variables) {
        return postJson(Map.of("query", query, "variables", variables));
    }

    static Response postJson(Object body) {
        return client().contentType("application/json").body(body).post("/graphql");
    }

    /** Asks until the answer has a tag, which needs a watched revision: soon after the start. */
    static void awaitTag(String query) throws Exception {
        Eventually.holdsWithin(15, () -> get(query).header("ETag") != null);
    }

    static Response get(String query) {
        return client().queryParam("query", query).get("/graphql");
    }
}
