package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import peel.testing.Eventually;

/** The shutdown of the packaged service, and its log. */
@EnabledIf("peel.LaunchedService#isPackaged")
class ShutdownIT {

    private static final int TERMINATED = 143;

    /** The size of the connection pool. One connection watches the dataset's revision. */
    private static final int CONNECTIONS = 8;

    @TempDir
    Path directory;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void reportsNotReadyOnASignalAndFinishesRunningRequests() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.prepared("shutdown");
                LaunchedService service = LaunchedService.run(
                        directory,
                        database.environment(Map.of(
                                "QUARKUS_SHUTDOWN_DELAY", "6S",
                                "QUARKUS_SHUTDOWN_TIMEOUT", "15S")));
                Connection other = database.connect()) {
            service.awaitReady();
            other.setAutoCommit(false);
            other.createStatement().execute("lock table judgment in access exclusive mode");
            CompletableFuture<HttpResponse<String>> running =
                    service.ask("{\"query\": \"{ judgments(first: 1) { nodes { grade } } }\"}");
            database.awaitLocked(1);
            long signalled = System.nanoTime();
            service.terminate();
            // Load balancers notice while requests are still answered.
            Eventually.holds(() -> service.get("/q/health/ready").statusCode() == 503);
            assertTrue(
                    System.nanoTime() - signalled < TimeUnit.SECONDS.toNanos(6),
                    "the service reports not ready before the delay is over");
            assertEquals(
                    200,
                    service.ask("{\"query\": \"query Late { __typename }\"}")
                            .get()
                            .statusCode());
            Thread.sleep(6_500);
            assertFalse(running.isDone());
            other.rollback();
            HttpResponse<String> answer = running.get(10, TimeUnit.SECONDS);
            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("\"nodes\":[{\"grade\":"), answer.body());
            assertEquals(TERMINATED, service.awaitEnd());
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - signalled);
            assertTrue(seconds < 23, seconds + " s");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void waitsForRunningRequestsUntilTheShutdownTimeoutOnly() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.prepared("shutdown");
                LaunchedService service = LaunchedService.run(
                        directory,
                        database.environment(Map.of(
                                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
                                Integer.toString(CONNECTIONS),
                                "QUARKUS_SHUTDOWN_TIMEOUT",
                                "1S",
                                "PEEL_ENDPOINT_TIMEOUT",
                                "60s")));
                Connection other = database.connect()) {
            service.awaitReady();
            other.setAutoCommit(false);
            other.createStatement().execute("lock table judgment in access exclusive mode");
            // One request more than there are connections: each may ask for another connection when its own is closed,
            // and the last one has none.
            for (int request = 1; request <= CONNECTIONS; request++) {
                service.ask("{\"query\": \"{ judgments(first: " + request + ") { nodes { grade } } }\"}");
            }
            database.awaitLocked(CONNECTIONS - 1);
            long signalled = System.nanoTime();
            service.terminate();
            service.awaitEnd();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - signalled);
            assertTrue(seconds < 30, seconds + " s");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsStreamsAndWebSocketsOnASignalInAnOrderlyWay() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.prepared("shutdown");
                LaunchedService service = LaunchedService.run(
                        directory, database.environment(Map.of("QUARKUS_SHUTDOWN_TIMEOUT", "60S")))) {
            service.awaitReady();
            Iterator<String> events = service.subscribe("subscription { datasetChanged { revision } }");
            assertTrue(events.next().contains("\"revision\":"));
            CompletableFuture<String> closed = new CompletableFuture<>();
            WebSocket socket = service.openWebSocket(new WebSocket.Listener() {
                @Override
                public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
                    closed.complete(code + " " + reason);
                    return null;
                }
            });
            // Another one has come and gone.
            service.openWebSocket(new WebSocket.Listener() {}).abort();
            long signalled = System.nanoTime();
            service.terminate();
            // Without a last event that says that the subscription is complete.
            assertFalse(events.hasNext());
            assertEquals("1001 Going away", closed.get(30, TimeUnit.SECONDS));
            socket.abort();
            assertEquals(TERMINATED, service.awaitEnd());
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - signalled);
            assertTrue(seconds < 50, "does not wait for the timeout: " + seconds + " s");
        }
    }

    @Test
    void logsOneJsonLinePerRequestWithoutItsValues() throws Exception {
        List<JsonNode> requests = new ArrayList<>();
        try (ScratchDatabase database = ScratchDatabase.prepared("logs");
                LaunchedService service = LaunchedService.run(
                        directory,
                        database.environment(Map.of(
                                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                                "QUARKUS_LOG_CATEGORY__PEEL_REQUEST__LEVEL", "DEBUG",
                                "PEEL_ENDPOINT_SLOW_OPERATION", "300ms")));
                Connection other = database.connect()) {
            service.awaitReady();
            // Answers are cached as soon as the revision is watched.
            Eventually.holds(() -> service.ask("{\"query\": \"query Watched { cycles { code } }\"}")
                    .get()
                    .headers()
                    .firstValue("Cache-Status")
                    .filter("peel; hit"::equals)
                    .isPresent());
            String quick =
                    "{\"query\": \"query Quick($n: String!) { force(name: $n) { judgments { grade } } }\", \"variables\": {\"n\": \"cumbria\"}}";
            service.ask(quick).get();
            service.ask(quick).get();
            other.setAutoCommit(false);
            other.createStatement().execute("lock table judgment in access exclusive mode");
            CompletableFuture<HttpResponse<String>> slow =
                    service.ask(quick.replace("Quick", "Slow").replace("cumbria", "dorset"));
            database.awaitLocked(1);
            Thread.sleep(500);
            other.rollback();
            slow.get();
            service.stop();
            ObjectMapper json = new ObjectMapper();
            for (String line : service.output()) {
                assertFalse(line.contains("cumbria") || line.contains("dorset"), line);
                JsonNode record = json.readTree(line);
                assertTrue(record.isObject() && record.has("message"), line);
                if (record.path("loggerName").asText().equals("peel.request")) {
                    requests.add(record);
                }
            }
        }
        List<String> messages =
                requests.stream().map(r -> r.path("message").asText()).toList();
        String hash = "hash=[0-9a-f]{64} status=200 ms=\\d+";
        assertEquals(
                1,
                messages.stream()
                        .filter(m -> m.matches("(Slow: )?operation=Quick " + hash + " cost=\\d+ outcome=executed.*"))
                        .count(),
                messages.toString());
        assertEquals(
                1,
                messages.stream()
                        .filter(m -> m.matches("operation=Quick " + hash + " cost=- outcome=kept"))
                        .count(),
                messages.toString());
        assertEquals(
                List.of("WARN"),
                requests.stream()
                        .filter(r -> r.path("message")
                                .asText()
                                .matches("Slow: operation=Slow " + hash + " cost=\\d+ outcome=executed variables=n"))
                        .map(r -> r.path("level").asText())
                        .toList(),
                messages.toString());
    }
}
