package peel.endpoint;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.endpoint.EndpointClient.client;
import static peel.endpoint.EndpointClient.post;
import static peel.endpoint.EndpointClient.postJson;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import peel.error.ErrorCode;
import peel.testing.PostgresResource;

/** Requests that would cost much more to answer than to send are refused at once. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class AttackTest {

    private static final long PATIENCE_MILLIS = 2_000;

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack(
                        "1,000 aliases",
                        () -> post("{" + each(1_000, "a%d: __typename") + "}"),
                        400,
                        ErrorCode.TOO_MANY_ALIASES,
                        "1000 aliases; the limit is 50"),
                attack(
                        "500 copies of a field",
                        () -> post("{ cycles {" + " code".repeat(500) + "} }"),
                        400,
                        ErrorCode.TOO_MANY_REPETITIONS,
                        "selects the same field 500 times; the limit is 10"),
                attack(
                        "30 fields at the root",
                        () -> post("{" + each(30, "a%d: __typename") + "}"),
                        400,
                        ErrorCode.TOO_MANY_ROOT_FIELDS,
                        "30 fields at its root; the limit is 20"),
                attack(
                        "10,000 directives",
                        () -> post("{ __typename" + " @skip(if: false)".repeat(10_000) + "}"),
                        400,
                        ErrorCode.TOO_MANY_DIRECTIVES,
                        "10000 directives; the limit is 50"),
                attack(
                        "a fragment cycle",
                        () -> post("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }"),
                        400,
                        ErrorCode.GRAPHQL_VALIDATION_FAILED,
                        "spreads itself"),
                attack(
                        "fragments that double 30 times",
                        () -> post("{ cycles { ...f0 } }"
                                + IntStream.range(0, 30)
                                        .mapToObj(i ->
                                                " fragment f%d on Cycle { ...f%d ...f%d }".formatted(i, i + 1, i + 1))
                                        .collect(Collectors.joining())
                                + " fragment f30 on Cycle { code }"),
                        400,
                        ErrorCode.TOO_MANY_FIELDS,
                        "1073741825 fields"),
                attack(
                        "force.judgments.force... 31 deep",
                        () -> post(nested(15)),
                        400,
                        ErrorCode.QUERY_TOO_DEEP,
                        "nest 32 deep; the limit is 12"),
                attack("brackets 400 deep", () -> post(nested(200)), 400, ErrorCode.QUERY_TOO_DEEP, "the limit is 80"),
                attack(
                        "pages of pages",
                        () -> post(
                                "query ($n: Int) { forces(first: $n) { nodes"
                                        + " { judgments { force { judgments { force { judgments { grade } } } } } } } }",
                                Map.of("n", 100)),
                        400,
                        ErrorCode.QUERY_TOO_COMPLEX,
                        "the limit is 8000000"),
                attack(
                        "circular introspection",
                        () -> post(
                                "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"),
                        400,
                        ErrorCode.INTROSPECTION_TOO_COMPLEX,
                        "good faith"),
                attack(
                        "introspection 30 deep",
                        () -> post("{ __schema { types {" + " ofType {".repeat(28) + "name" + "}".repeat(28) + "} } }"),
                        400,
                        ErrorCode.INTROSPECTION_TOO_DEEP,
                        "nest 30 deep; the limit is 20"),
                attack(
                        "an array of requests",
                        () -> postJson(IntStream.range(0, 100)
                                .mapToObj(i -> Map.of("query", "{ __typename }"))
                                .toList()),
                        400,
                        ErrorCode.BAD_REQUEST,
                        "batches are not supported"),
                attack(
                        "a document of 20,000 tokens",
                        () -> post("{" + " a(b: [1 2 3])".repeat(2_000) + "}"),
                        400,
                        ErrorCode.TOO_MANY_TOKENS,
                        "20002 tokens; the limit is 5000"),
                attack(
                        "a mutation by GET",
                        () -> EndpointClient.get("mutation { x }"),
                        405,
                        ErrorCode.METHOD_NOT_ALLOWED,
                        "queries and subscriptions only"),
                attack(
                        "a form",
                        () -> client().contentType("application/x-www-form-urlencoded")
                                .body("query={__typename}")
                                .post("/graphql"),
                        415,
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "application/json"),
                attack(
                        "text/plain",
                        () -> client().contentType("text/plain")
                                .body("{\"query\":\"{__typename}\"}")
                                .post("/graphql"),
                        415,
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "text/plain"),
                attack(
                        "a GET from another site's page",
                        () -> client().header("Sec-Fetch-Site", "cross-site")
                                .queryParam("query", "{ __typename }")
                                .get("/graphql"),
                        403,
                        ErrorCode.CROSS_SITE_REQUEST,
                        "another origin"),
                attack(
                        "a POST from another origin",
                        () -> client().header("Origin", "http://elsewhere.example")
                                .contentType("application/json")
                                .body("{\"query\":\"{__typename}\"}")
                                .post("/graphql"),
                        403,
                        ErrorCode.CROSS_SITE_REQUEST,
                        "http://elsewhere.example"),
                attack(
                        "random bytes",
                        () -> {
                            byte[] bytes = new byte[10_000];
                            new Random(7).nextBytes(bytes);
                            return client().contentType("application/json")
                                    .body(bytes)
                                    .post("/graphql");
                        },
                        400,
                        ErrorCode.BAD_REQUEST,
                        "not valid JSON"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void refusesAnExpensiveRequestAtOnce(
            String name, Supplier<Response> attack, int status, String code, String message) {
        attack.get(); // The first request also loads classes.
        long begin = System.nanoTime();
        Response response = attack.get();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.out.printf("%-36s %d %-26s %5d ms%n", name, status, code, millis);
        response.then()
                .statusCode(status)
                .body("errors[0].extensions.code", equalTo(code))
                .body("errors[0].message", containsString(message))
                .body("data", nullValue())
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue());
        assertTrue(millis < PATIENCE_MILLIS, millis + " ms");
    }

    @Test
    void refusesABodyOf11MegabytesAtOnce() throws Exception {
        // RestAssured would take seconds to prepare the body.
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[11_000_000]))
                .build();
        long begin = System.nanoTime();
        HttpResponse<String> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.out.printf("%-36s %d %-26s %5d ms%n", "a body of 11 MB", 413, "BODY_TOO_LARGE", millis);
        assertEquals(413, response.statusCode());
        assertTrue(response.body().contains("11000000 bytes; the limit is 262144"));
        assertTrue(response.body().contains("\"code\":\"BODY_TOO_LARGE\""));
        assertTrue(millis < PATIENCE_MILLIS, millis + " ms");
    }

    @Test
    void refusesAWebSocketOfAnotherSiteAtEverySpellingOfThePath() throws IOException {
        for (String path : List.of("/graphql", "/graphql/", "//graphql", "/graphql/x", "/x/../graphql")) {
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                socket.setSoTimeout(5_000);
                send(
                        socket,
                        "GET "
                                + path
                                + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Protocol: graphql-transport-ws\r\nOrigin: http://elsewhere.example\r\n\r\n");
                assertEquals(
                        path.equals("/graphql/x") ? "HTTP/1.1 400 Bad Request" : "HTTP/1.1 403 Forbidden",
                        firstLine(socket),
                        path);
            }
        }
    }

    @Test
    void answersOthersBesideSlowAndHalfOpenConnections() throws IOException {
        post("{ force(name: \"kent\") { slug } }").then().statusCode(200);
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket("localhost", RestAssured.port);
                sockets.add(socket);
                switch (i % 3) {
                    case 0 -> {
                        // Sends nothing.
                    }
                    case 1 -> send(socket, "POST /graphql HTTP/1.1\r\nHost: localhost\r\n");
                    default ->
                        send(
                                socket,
                                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 1000\r\n\r\n{\"query");
                }
            }
            long begin = System.nanoTime();
            post("{ force(name: \"gmp\") { slug } }").then().statusCode(200);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            System.out.printf("%-36s served in %d ms%n", "beside 200 slow connections", millis);
            assertTrue(millis < PATIENCE_MILLIS, millis + " ms");
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        return new java.io.BufferedReader(new java.io.InputStreamReader(socket.getInputStream())).readLine();
    }

    private static Arguments attack(String name, Supplier<Response> attack, int status, String code, String message) {
        return Arguments.of(name, attack, status, code, message);
    }

    private static String each(int times, String format) {
        return IntStream.range(0, times).mapToObj(i -> format.formatted(i)).collect(Collectors.joining(" "));
    }

    private static String nested(int times) {
        return "{ force(name: \"gmp\") {"
                + " judgments { force {".repeat(times)
                + " name"
                + " } }".repeat(times)
                + "} }";
    }
}
