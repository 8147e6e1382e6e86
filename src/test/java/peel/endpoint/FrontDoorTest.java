package peel.endpoint;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.endpoint.EndpointClient.client;
import static peel.endpoint.EndpointClient.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class FrontDoorTest {

    @Test
    void servesOnlyTheEndpointAndTheSchema() {
        for (String path : List.of(
                "/graphql/x", "/graphql/schema.json", "/graphql/schema", "/q/graphql", "/graphql;x", "/GraphQL")) {
            given().urlEncodingEnabled(false).get(path).then().statusCode(404);
        }
        given().put("/graphql").then().statusCode(405).header("Allow", "GET, HEAD, POST");
        given().options("/graphql").then().statusCode(405);
    }

    // RFC 9110, section 9.1: GET and HEAD must be supported by every server.
    @Test
    void answersHeadWhereverItAnswersGet() {
        for (String path : List.of(
                "/graphql?query=%7B__typename%7D",
                "/graphql/schema.graphql",
                "/graphiql/",
                "/favicon.ico",
                "/robots.txt",
                "/q/health",
                "/q/health/ready",
                "/q/metrics")) {
            given().urlEncodingEnabled(false).get(path).then().statusCode(200);
            given().urlEncodingEnabled(false).head(path).then().statusCode(200).body(equalTo(""));
        }
    }

    @Test
    void confirmsTheFileOfTheSchema() {
        String tag = given().get("/graphql/schema.graphql")
                .then()
                .header("Cache-Control", "no-cache")
                .header("Content-Encoding", "gzip")
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get("/graphql/schema.graphql")
                .then()
                .statusCode(304);
    }

    @Test
    void acceptsRequestsFromItsOwnOrigin() {
        client().header("Origin", "http://localhost:" + RestAssured.port)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json")
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql")
                .then()
                .statusCode(200);
        client().header("Sec-Fetch-Site", "none")
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void decodesGetParametersOnce() {
        client().urlEncodingEnabled(false)
                .get("/graphql?query=%7Bforce(name%3A%22a%252Bb%2B%22)%7Bname%7D%20__typename%7D")
                .then()
                .statusCode(200)
                .body("data.__typename", equalTo("Query"));
    }

    @Test
    void acceptsTheIntrospectionOfGraphiql() {
        post(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY)
                .then()
                .statusCode(200)
                .body("data.__schema.queryType.name", equalTo("Query"));
    }

    // Neither may be logged as an error of the service: AttacksIT sees to that.
    @Test
    void refusesARequestWithoutHost() throws IOException {
        for (String path : List.of("/graphql?query=%7B__typename%7D", "/graphiql/", "/q/health")) {
            for (String host : List.of("", "Host: a b\r\n", "Host: [::1\r\n", "Host: x:99999999\r\n")) {
                try (Socket socket = new Socket("localhost", RestAssured.port)) {
                    socket.setSoTimeout(5_000);
                    socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\n" + host + "\r\n").getBytes(UTF_8));
                    String answer = new String(socket.getInputStream().readNBytes(24), UTF_8);
                    assertTrue(answer.startsWith("HTTP/1.1 400 Bad Request"), answer);
                }
            }
        }
    }

    @Test
    void speaksHttp2WithTlsOnly() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/graphql?query=%7B__typename%7D"))
                .build();
        // The client offers HTTP/2 by an Upgrade.
        HttpResponse<String> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode());
        assertEquals(HttpClient.Version.HTTP_1_1, response.version());
    }

    @Test
    void boundsTheHeadersOfARequest() {
        client().header("X-Long", "x".repeat(7_000))
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(200);
        client().header("X-Long", "x".repeat(8_200))
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(431);
    }

    @Test
    void sendsALargeAnswerInParts() {
        String fields = IntStream.range(0, 9)
                .mapToObj(i -> "a%d: forces(first: 43) { nodes { %s } }"
                        .formatted(
                                i,
                                IntStream.range(0, 4)
                                        .mapToObj(j -> "n".repeat(200) + j + ": name")
                                        .collect(Collectors.joining(" "))))
                .collect(Collectors.joining(" "));
        Response response = post("{" + fields + "}");
        response.then().statusCode(200);
        assertTrue(response.asByteArray().length > 300_000, "one part is 128 KB");
        assertEquals(43, response.jsonPath().getList("data.a8.nodes").size());
    }
}
