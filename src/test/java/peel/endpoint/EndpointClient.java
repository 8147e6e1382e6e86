package peel.endpoint;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import peel.testing.Eventually;

/** Sends requests that accept the media type of the GraphQL-over-HTTP specification. */
public final class EndpointClient {

    public static final String RESPONSE = "application/graphql-response+json";

    private EndpointClient() {}

    public static RequestSpecification client() {
        return given().accept(RESPONSE);
    }

    public static Response post(String query) {
        return postJson(Map.of("query", query));
    }

    public static Response post(String query, Map<String, ?> variables) {
        return postJson(Map.of("query", query, "variables", variables));
    }

    public static Response postJson(Object body) {
        return client().contentType("application/json").body(body).post("/graphql");
    }

    /** Repeats a request until its answer has a tag, which requires that the revision is watched. */
    public static void awaitTag(String query) throws Exception {
        Eventually.holdsWithin(15, () -> get(query).header("ETag") != null);
    }

    public static Response get(String query) {
        return client().queryParam("query", query).get("/graphql");
    }
}
