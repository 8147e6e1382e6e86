package peel;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peel.endpoint.EndpointClient;
import peel.testing.Eventually;
import peel.testing.PostgresResource;
import peel.testing.documentation.MarkdownPage;
import peel.testing.documentation.MarkdownPage.CodeBlock;

/** Runs nginx with the configurations of docs/proxies.md in front of the service. Skipped where nginx is not installed. */
@QuarkusTest
@TestProfile(BehindProxy.class)
@WithTestResource(PostgresResource.class)
class ProxiesTest {

    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx"), Path.of("/usr/local/sbin/nginx"));

    private static final String QUERY = "{ cycles { code } }";

    @TempDir
    Path folder;

    private Path program;

    @BeforeEach
    void findNginx() throws Exception {
        program = PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(program != null, "nginx is not installed (Debian: apt-get install nginx-light)");
        EndpointClient.awaitTag(QUERY);
    }

    @Test
    void plain() throws Exception {
        try (Nginx nginx = new Nginx("plain")) {
            answersItsOwnPage(nginx.request(), "http://localhost:" + nginx.port, "");
            refusesAnotherPage(nginx.request());
            nginx.request()
                    .redirects()
                    .follow(false)
                    .get("/graphiql")
                    .then()
                    .statusCode(302)
                    .header("Location", "graphiql/");
        }
    }

    @Test
    void withCors() throws Exception {
        try (Nginx nginx = new Nginx("plain")) {
            nginx.request()
                    .header("Origin", "http://friend.example")
                    .queryParam("query", QUERY)
                    .get("/graphql")
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", "http://friend.example");
            nginx.request()
                    .header("Origin", "http://friend.example")
                    .header("Access-Control-Request-Method", "POST")
                    .options("/graphql")
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Max-Age", "7200");
        }
    }

    @Test
    void endingTls() throws Exception {
        try (Nginx nginx = new Nginx("tls")) {
            answersItsOwnPage(nginx.request(), "https://localhost:" + nginx.port, "");
            refusesAnotherPage(nginx.request());
        }
    }

    @Test
    void belowAPath() throws Exception {
        try (Nginx nginx = new Nginx("sub-path")) {
            answersItsOwnPage(nginx.request(), "http://localhost:" + nginx.port, "/peel");
            String page = nginx.request()
                    .accept("text/html")
                    .get("/peel/graphql")
                    .then()
                    .statusCode(200)
                    .contentType(containsString("text/html"))
                    .extract()
                    .asString();
            assertTrue(page.contains("<title>PEEL GraphQL"), page);
        }
    }

    @Test
    void cached() throws Exception {
        try (Nginx nginx = new Nginx("cached")) {
            String first = cachedAs(nginx, "MISS", null);
            assertEquals(first, cachedAs(nginx, "HIT", null));
            for (String origin : List.of("http://friend.example", "http://other.example")) {
                assertEquals(first, cachedAs(nginx, "MISS", origin));
                assertEquals(first, cachedAs(nginx, "HIT", origin));
            }
            // Errors are never cached.
            for (int i = 0; i < 2; i++) {
                nginx.request()
                        .queryParam("query", "{ nope }")
                        .get("/graphql")
                        .then()
                        .header("X-Cache", "MISS");
            }
        }
    }

    @Test
    void passesEventsOnAtOnce() throws Exception {
        try (Nginx nginx = new Nginx("plain")) {
            HttpRequest subscription = HttpRequest.newBuilder(URI.create("http://localhost:" + nginx.port + "/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Accept", "text/event-stream")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"query\": \"subscription { datasetChanged { revision } }\"}"))
                    .build();
            try (Stream<String> lines = HttpClient.newHttpClient()
                    .send(subscription, HttpResponse.BodyHandlers.ofLines())
                    .body()) {
                // The stream goes on behind its first event.
                assertEquals(
                        "data: {\"data\":{\"datasetChanged\":{\"revision\":1}}}",
                        lines.filter(line -> line.startsWith("data:"))
                                .findFirst()
                                .orElseThrow());
            }
        }
    }

    @Test
    void withWebSockets() throws Exception {
        try (Nginx nginx = new Nginx("websocket")) {
            answersItsOwnPage(nginx.request(), "http://localhost:" + nginx.port, "");
            CompletableFuture<String> received = new CompletableFuture<>();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .header("Origin", "http://localhost:" + nginx.port)
                    .buildAsync(URI.create("ws://localhost:" + nginx.port + "/graphql"), new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                            received.complete(text.toString());
                            return null;
                        }
                    })
                    .get(10, TimeUnit.SECONDS);
            socket.sendText("{\"type\":\"connection_init\"}", true).get(10, TimeUnit.SECONDS);
            assertEquals("{\"type\":\"connection_ack\"}", received.get(10, TimeUnit.SECONDS));
            socket.abort();
        }
    }

    private static String cachedAs(Nginx nginx, String status, String origin) {
        RequestSpecification request =
                nginx.request().accept("application/json").queryParam("query", QUERY);
        if (origin != null) {
            request.header("Origin", origin);
        }
        return request.get("/graphql")
                .then()
                .statusCode(200)
                .header("X-Cache", status)
                .header("Access-Control-Allow-Origin", origin == null ? nullValue() : equalTo(origin))
                .extract()
                .asString();
    }

    private static void answersItsOwnPage(RequestSpecification request, String origin, String path) {
        request.header("Origin", origin)
                .contentType("application/json")
                .body("{\"query\":\"{ __typename }\"}")
                .post(path + "/graphql")
                .then()
                .statusCode(200)
                .body("data.__typename", equalTo("Query"));
    }

    private static void refusesAnotherPage(RequestSpecification request) {
        request.header("Origin", "http://elsewhere.example")
                .contentType("application/json")
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql")
                .then()
                .statusCode(403);
    }

    /** nginx with one of the page's configurations, with the addresses and files of the test. */
    private final class Nginx implements AutoCloseable {

        private final int port = LaunchedService.freePort();
        private final boolean tls;
        private final Process process;

        Nginx(String label) throws Exception {
            tls = label.equals("tls");
            CodeBlock documented = MarkdownPage.read("docs/proxies.md").codeBlocks().stream()
                    .filter(block ->
                            block.language().equals("nginx") && block.label().equals(label))
                    .findFirst()
                    .orElseThrow();
            String servers = documented
                    .text()
                    .replaceAll("listen \\d+", "listen 127.0.0.1:" + port)
                    .replace("127.0.0.1:8080", "127.0.0.1:" + RestAssured.port)
                    .replace("/var/cache/nginx", folder.toString());
            if (tls) {
                TestCertificate made = TestCertificate.create(folder);
                servers = servers.replace(
                                "/etc/ssl/peel.example.crt", made.certificate().toString())
                        .replace("/etc/ssl/peel.example.key", made.key().toString());
            }
            Path configuration =
                    Files.writeString(folder.resolve("nginx.conf"), """
                    daemon off;
                    worker_processes 1;
                    pid %1$s/nginx.pid;
                    error_log stderr;
                    %2$s
                    events {}
                    http {
                        access_log off;
                        client_body_temp_path %1$s/body;
                        proxy_temp_path %1$s/proxy;
                        fastcgi_temp_path %1$s/fastcgi;
                        uwsgi_temp_path %1$s/uwsgi;
                        scgi_temp_path %1$s/scgi;
                        %3$s
                    }
                    """.formatted(folder, user(), servers));
            Path log = folder.resolve("nginx.log");
            process = new ProcessBuilder(program.toString(), "-p", folder.toString(), "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Eventually.holds(() -> isOpen() || !process.isAlive());
            assertTrue(process.isAlive(), () -> read(log));
        }

        // Its workers could not read the folder as another user.
        private static String user() {
            return System.getProperty("user.name").equals("root") ? "user root;" : "";
        }

        private boolean isOpen() {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        }

        private static String read(Path log) {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                return e.toString();
            }
        }

        RequestSpecification request() {
            return given().baseUri((tls ? "https" : "http") + "://localhost")
                    .port(port)
                    .relaxedHTTPSValidation();
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }
}
