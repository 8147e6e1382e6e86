package peel.endpoint.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import peel.testing.Eventually;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** The bounds of subscriptions, each set so low that a test reaches it. */
@QuarkusTest
@TestProfile(LimitedSubscriptionsTest.LowLimits.class)
@WithTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "limited_subscriptions"))
class LimitedSubscriptionsTest {

    public static final class LowLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "peel.subscription.max-subscriptions", "4",
                    "peel.subscription.max-connections-per-address", "3",
                    "peel.subscription.max-operations-per-connection", "3",
                    "peel.subscription.init-timeout", "1s",
                    "peel.subscription.idle-timeout", "1s",
                    "peel.subscription.max-event", "20K",
                    "peel.subscription.keep-alive", "100ms",
                    "peel.subscription.max-duration", "5s",
                    "peel.endpoint.send-timeout", "1s");
        }
    }

    private static final String STATE = "subscription { datasetChanged { state } }";

    TestDatabase database;

    @AfterEach
    void hasForgottenAllClients() throws Exception {
        Eventually.holds(() -> metric("peel_subscriptions") == 0);
    }

    @Test
    void refusesMoreStreamsOfAnAddressThanItsLimit() throws Exception {
        try (EventStreamClient first = EventStreamClient.get(STATE);
                EventStreamClient second = EventStreamClient.get(STATE)) {
            try (EventStreamClient third = EventStreamClient.get(STATE);
                    EventStreamClient fourth = EventStreamClient.get(STATE)) {
                assertEquals(200, third.status());
                assertEquals(503, fourth.status());
                assertTrue(fourth.head().toLowerCase().contains("retry-after: 1"), fourth.head());
                assertTrue(fourth.rest().contains("\"code\":\"TOO_MANY_REQUESTS\""));
            }
            // The third has hung up.
            Eventually.holds(() -> {
                try (EventStreamClient again = EventStreamClient.get(STATE)) {
                    return again.status() == 200;
                }
            });
            assertEquals("next", first.next().type());
            assertEquals("next", second.next().type());
        }
    }

    @Test
    void sendsCommentsWhileThereAreNoEvents() throws Exception {
        try (EventStreamClient stream = EventStreamClient.get(STATE)) {
            stream.next();
            int comments = 0;
            while (comments < 3) {
                String line = stream.line();
                comments += line.equals(":") ? 1 : 0;
            }
        }
    }

    @Test
    void endsAStreamAfterItsMaximumDurationSoThatItsClientConnectsAgain() throws Exception {
        try (EventStreamClient stream = EventStreamClient.get(STATE)) {
            assertEquals("next", stream.next().type());
            // Without an event that says that the operation is complete.
            assertNull(stream.next());
        }
    }

    @Test
    void refusesAnEventThatIsTooLarge() throws Exception {
        String key = "k".repeat(900);
        StringBuilder fields = new StringBuilder();
        for (int field = 0; field < 25; field++) {
            fields.append(' ').append(key).append(field).append(": state");
        }
        try (EventStreamClient stream =
                EventStreamClient.post("subscription { datasetChanged {" + fields + " } }", Map.of())) {
            assertEquals("ANSWER_TOO_LARGE", stream.next().at("/errors/0/extensions/code"));
        }
    }

    @Test
    void disconnectsAClientThatDoesNotRead() throws Exception {
        double before = metric("peel_subscription_disconnected_total");
        // 120 events of 18 KB are more than fits into the buffers of a connection whose client reads nothing.
        for (int file = 0; file < 6; file++) {
            MonitoringImport.of(database, 1000, MonitoringImport.TWENTY_FORCES);
        }
        StringBuilder fields = new StringBuilder();
        for (int field = 0; field < 20; field++) {
            fields.append(' ').append("k".repeat(900)).append(field).append(": format");
        }
        String query = "subscription { changes(since: \"2000-01-01\") {" + fields + " } }";
        String body = "{\"query\":\"" + query.replace("\"", "\\\"") + "\"}";
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.UTF_8));
            Eventually.holds(() -> metric("peel_subscription_disconnected_total") == before + 1);
        }
    }

    @Test
    void refusesMoreSubscriptionsThanTheLimitAndMoreOperationsOfAWebSocket() throws Exception {
        try (WebSocketClient first = WebSocketClient.initialised();
                WebSocketClient second = WebSocketClient.initialised()) {
            for (int operation = 1; operation <= 3; operation++) {
                first.subscribe("" + operation, STATE, Map.of());
                assertEquals("next", first.next().at("/type").asText());
            }
            first.subscribe("4", STATE, Map.of());
            JsonNode refused = first.next();
            assertEquals("error", refused.at("/type").asText());
            assertEquals("4", refused.at("/id").asText());
            assertEquals(
                    "This WebSocket has 3 operations; the limit is 3.",
                    refused.at("/payload/0/message").asText());
            second.subscribe("1", STATE, Map.of());
            assertEquals("next", second.next().at("/type").asText());
            second.subscribe("2", STATE, Map.of());
            assertEquals(
                    "There are 4 subscriptions; the limit is 4.",
                    second.next().at("/payload/0/message").asText());
            first.send(Map.of("id", "1", "type", "complete"));
            // The answer comes when the operation has been completed.
            first.send(Map.of("type", "ping"));
            assertEquals("pong", first.next().at("/type").asText());
            second.subscribe("3", STATE, Map.of());
            assertEquals("next", second.next().at("/type").asText());
        }
    }

    @Test
    void closesAWebSocketThatIsNotInitialisedOrHasNoOperation() throws Exception {
        assertEquals(
                "4408 Connection initialisation timeout", new WebSocketClient("graphql-transport-ws").awaitClose());
        assertEquals(
                "1001 No operation for too long", WebSocketClient.initialised().awaitClose());
    }

    @Test
    void closesAWebSocketAfterItsMaximumDuration() throws Exception {
        try (WebSocketClient client = WebSocketClient.initialised()) {
            client.subscribe("1", STATE, Map.of());
            assertEquals("1001 Going away", client.awaitClose());
        }
    }

    private static double metric(String name) {
        String all = RestAssured.get("/q/metrics").asString();
        return all.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
