package peel.endpoint.persisted;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static peel.endpoint.EndpointClient.client;
import static peel.endpoint.EndpointClient.postJson;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PersistedQueriesTest {

    private static final String QUERY = "query Registered { force(name: \"kent\") { name } }";

    @Test
    void executesARegisteredQueryByItsHash() {
        String query = QUERY + " # once";
        String hash = DocumentHash.of(query);
        postJson(Map.of("extensions", extension(hash)))
                .then()
                .body("errors[0].message", equalTo("PersistedQueryNotFound"))
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
        postJson(Map.of("query", query, "extensions", extension(hash)))
                .then()
                .statusCode(200)
                .body("data.force.name", equalTo("Kent Police"));
        client().queryParam("extensions", "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.force.name", equalTo("Kent Police"));
    }

    @Test
    void refusesAWrongHashAndRegistersNothing() {
        String wrong = DocumentHash.of("something else");
        postJson(Map.of("query", QUERY, "extensions", extension(wrong)))
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_HASH_MISMATCH"))
                .body("errors[0].message", containsString(wrong));
        postJson(Map.of("extensions", extension(wrong)))
                .then()
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
    }

    @Test
    void refusesAMalformedExtension() {
        postJson(Map.of("extensions", Map.of("persistedQuery", Map.of("version", 2))))
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    private static Map<String, Object> extension(String hash) {
        return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
    }
}
