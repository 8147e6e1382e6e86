package peel.endpoint.answer;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.endpoint.EndpointClient.client;
import static peel.endpoint.EndpointClient.get;
import static peel.endpoint.EndpointClient.post;
import static peel.endpoint.EndpointClient.postJson;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.endpoint.EndpointClient;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class CachingTest {

    private static final String HIT = "peel; hit";

    @BeforeEach
    void awaitTheWatch() throws Exception {
        EndpointClient.awaitTag("{ cycles { code } }");
    }

    @Test
    void doesNotSendAnUnchangedAnswerAgain() {
        String query = "{ force(name: \"kent\") { name } }";
        String tag = get(query)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[\\w-]+\""))
                .header("Cache-Control", "public, max-age=0, must-revalidate")
                .extract()
                .header("ETag");
        client().header("If-None-Match", "\"other\", " + tag)
                .queryParam("query", query)
                .get("/graphql")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
        client().header("If-None-Match", "\"other\"")
                .queryParam("query", query)
                .get("/graphql")
                .then()
                .statusCode(200);
    }

    // RFC 9110, section 13.1.2: "*" matches if there is any current representation.
    @Test
    void saysThatThereIsAnAnswer() {
        String query = "query Any { force(name: \"kent\") { name } }";
        for (int i = 0; i < 2; i++) {
            // Executed first, then from memory.
            client().header("If-None-Match", "*")
                    .queryParam("query", query)
                    .get("/graphql")
                    .then()
                    .statusCode(304)
                    .header("ETag", notNullValue())
                    .body(equalTo(""));
        }
        client().header("If-None-Match", "*")
                .queryParam("query", "{ nope }")
                .get("/graphql")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1));
        client().header("If-None-Match", "*")
                .contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    // RFC 9110, section 9.3.2: the headers of a GET, without the content.
    @Test
    void answersHeadWithTheHeadersOfGet() {
        for (String query :
                List.of("{ force(name: \"kent\") { slug } }", "{ nope }", "{ forces { nodes { name } } }")) {
            Response get = get(query);
            // The first answer was executed, the second one is from memory.
            get = get.statusCode() == 200 ? get(query) : get;
            Response head = client().queryParam("query", query).head("/graphql");
            assertEquals(get.statusCode(), head.statusCode());
            assertEquals("", head.asString());
            for (String name : List.of("Content-Type", "ETag", "Cache-Control", "Cache-Status", "Vary")) {
                assertEquals(get.header(name), head.header(name), name);
            }
            assertTrue(Integer.parseInt(head.header("Content-Length")) > 20, query);
        }
        client().queryParam("query", "mutation { nope }")
                .head("/graphql")
                .then()
                .statusCode(405);
        String tag = get("{ cycles { code } }").header("ETag");
        client().header("If-None-Match", tag)
                .queryParam("query", "{ cycles { code } }")
                .head("/graphql")
                .then()
                .statusCode(304);
    }

    // RFC 9110, section 8.4.1: "identity" is reserved for Accept-Encoding.
    @Test
    void namesNoEncodingIfThereIsNone() {
        for (String path : List.of(
                "/graphql?query=%7B__typename%7D",
                "/graphql?query=%7Bnope%7D", "/robots.txt", "/nowhere", "/q/health")) {
            io.restassured.RestAssured.given()
                    .config(uncompressed())
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .header("Content-Encoding", nullValue());
        }
    }

    @Test
    void answersFromMemoryWhateverTheOrderOfTheVariables() {
        String query =
                "query Memory($a: String!, $b: Int) { force(name: $a) { name } forces(first: $b) { totalCount } }";
        String first = postJson("{\"query\":\"" + query + "\",\"variables\":{\"a\":\"gmp\",\"b\":1}}")
                .then()
                .statusCode(200)
                .header("Cache-Status", not(HIT))
                .extract()
                .asString();
        String second = postJson("{\"variables\":{\"b\":1,\"a\":\"gmp\"},\"query\":\"" + query + "\"}")
                .then()
                .statusCode(200)
                .header("Cache-Status", HIT)
                .extract()
                .asString();
        assertEquals(first, second);
        postJson("{\"query\":\"" + query + "\",\"variables\":{\"a\":\"gmp\",\"b\":2}}")
                .then()
                .header("Cache-Status", not(HIT));
    }

    @Test
    void tagsDifferByVariablesAndMediaType() {
        String query = "query Tag($n: String!) { force(name: $n) { name } }";
        String one = post(query, Map.of("n", "gmp")).header("ETag");
        assertNotEquals(one, post(query, Map.of("n", "kent")).header("ETag"));
        assertNotEquals(
                one,
                io.restassured.RestAssured.given()
                        .accept("application/json")
                        .contentType("application/json")
                        .body(Map.of("query", query, "variables", Map.of("n", "gmp")))
                        .post("/graphql")
                        .header("ETag"));
    }

    @Test
    void neverKeepsErrorsOrPartialAnswers() {
        for (int i = 0; i < 2; i++) {
            post("{ nope }").then().header("ETag", nullValue()).header("Cache-Control", "no-store");
            post("{ cycles { code } force(name: \"gmp\") { judgments(cycle: \"1900\") { grade } } }")
                    .then()
                    .statusCode(200)
                    .header("ETag", nullValue())
                    .header("Cache-Status", nullValue())
                    .header("Cache-Control", "no-store");
        }
    }

    @Test
    void compressesALargeAnswerUnderATagOfItsOwn() {
        String query = "{ forces { nodes { name source { url } } } }";
        String plain = client().config(uncompressed())
                .queryParam("query", query)
                .get("/graphql")
                .then()
                .header("Content-Encoding", nullValue())
                .extract()
                .header("ETag");
        String compressed = client().header("Accept-Encoding", "gzip")
                .queryParam("query", query)
                .get("/graphql")
                .then()
                .header("Content-Encoding", "gzip")
                .header("Vary", "Accept, Accept-Encoding")
                .body("data.forces.nodes.size()", equalTo(43))
                .extract()
                .header("ETag");
        assertEquals(plain.replaceAll("\"$", "-gzip\""), compressed);
    }

    private static io.restassured.config.RestAssuredConfig uncompressed() {
        return io.restassured.RestAssured.config()
                .decoderConfig(
                        io.restassured.config.DecoderConfig.decoderConfig().noContentDecoders());
    }
}
