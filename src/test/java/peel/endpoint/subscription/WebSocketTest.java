package peel.endpoint.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.unasked;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import peel.testing.Eventually;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** Operations by WebSocket. Messages and codes are those of the graphql-transport-ws protocol. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "subscriptions"))
class WebSocketTest {

    private static final String STATE = "subscription { datasetChanged { state } }";

    private static final String MONITORING = """
            subscription ($since: String) {
              changes(since: $since, filter: { kind: [MONITORING_EVENT] }) { position force { slug } }
            }
            """;

    TestDatabase database;

    @Test
    void sendsEventsUntilTheClientCompletesTheOperation() throws Exception {
        try (WebSocketClient client = WebSocketClient.initialised()) {
            assertEquals("graphql-transport-ws", client.protocol());
            client.subscribe("a \"quoted\" id", STATE, Map.of());
            JsonNode first = client.next();
            assertEquals("next", first.at("/type").asText());
            assertEquals("a \"quoted\" id", first.at("/id").asText());
            assertEquals(state(), first.at("/payload/data/datasetChanged/state").asText());
            MonitoringImport.of(database, 1000, "kent");
            assertEquals(
                    state(),
                    client.next().at("/payload/data/datasetChanged/state").asText());
            client.send(Map.of("id", "a \"quoted\" id", "type", "complete"));
            MonitoringImport.of(database, 1000, "kent");
            // What comes next is not an event of the completed operation.
            client.send(Map.of("type", "ping"));
            assertEquals("pong", client.next().at("/type").asText());
            client.subscribe("a \"quoted\" id", STATE, Map.of());
            assertEquals(
                    state(),
                    client.next().at("/payload/data/datasetChanged/state").asText());
        }
    }

    @Test
    void continuesAfterAPosition() throws Exception {
        String since = state();
        MonitoringImport.of(database, 1000, "kent", "surrey");
        String position;
        try (WebSocketClient client = WebSocketClient.initialised()) {
            client.subscribe("1", MONITORING, Map.of("since", since));
            JsonNode kent = client.next();
            assertEquals("kent", kent.at("/payload/data/changes/force/slug").asText());
            position = kent.at("/payload/data/changes/position").asText();
        }
        try (WebSocketClient client = WebSocketClient.initialised()) {
            client.subscribe("1", MONITORING, Map.of("since", position));
            assertEquals(
                    "surrey",
                    client.next().at("/payload/data/changes/force/slug").asText());
            MonitoringImport.of(database, 1000, "essex");
            assertEquals(
                    "essex",
                    client.next().at("/payload/data/changes/force/slug").asText());
        }
    }

    @Test
    void answersAQueryByOneResult() throws Exception {
        try (WebSocketClient client = WebSocketClient.initialised()) {
            for (int repeated = 0; repeated < 2; repeated++) {
                client.subscribe("1", "query Kent { force(name: \"kent\") { name } }", Map.of());
                JsonNode result = client.next();
                assertEquals("next", result.at("/type").asText());
                assertEquals(
                        "Kent Police", result.at("/payload/data/force/name").asText());
                assertEquals(
                        "{\"id\":\"1\",\"type\":\"complete\"}", client.next().toString());
            }
        }
    }

    @Test
    void sendsTheErrorsOfAnOperationThatIsNotExecuted() throws Exception {
        try (WebSocketClient client = WebSocketClient.initialised()) {
            for (String invalid : List.of("{ nothing }", "subscription { nothing }", "{")) {
                client.subscribe("1", invalid, Map.of());
                JsonNode error = client.next();
                assertEquals("error", error.at("/type").asText(), invalid);
                assertEquals("1", error.at("/id").asText());
                assertTrue(error.at("/payload").isArray(), error.toString());
                assertTrue(error.at("/payload/0/message").asText().length() > 0, error.toString());
            }
            client.subscribe("1", MONITORING, Map.of("since", "yesterday"));
            assertEquals(
                    "BAD_USER_INPUT",
                    client.next().at("/payload/0/extensions/code").asText());
            // A nullable field failed, but the operation was executed.
            client.subscribe("1", "{ force(name: \"kent\") { slug } node(id: \"nothing\") { id } }", Map.of());
            JsonNode result = client.next();
            assertEquals("next", result.at("/type").asText());
            assertEquals(
                    "BAD_USER_INPUT",
                    result.at("/payload/errors/0/extensions/code").asText());
            assertEquals("kent", result.at("/payload/data/force/slug").asText());
        }
    }

    @Test
    void closesAConnectionThatBreaksTheProtocol() throws Exception {
        assertEquals("4406 Subprotocol not acceptable", new WebSocketClient(null).awaitClose());
        assertEquals("4401 Unauthorized", afterwards(new WebSocketClient("graphql-transport-ws"), subscribe("1")));
        assertEquals(
                "4429 Too many initialisation requests",
                afterwards(WebSocketClient.initialised(), Map.of("type", "connection_init")));
        WebSocketClient twice = WebSocketClient.initialised();
        twice.send(subscribe("seven"));
        assertEquals("4409 Subscriber for seven already exists", afterwards(twice, subscribe("seven")));
        for (Object invalid : List.of(
                "{",
                "[]",
                "{}",
                "{\"type\":\"start\"}",
                "{\"type\":7}",
                Map.of("type", "subscribe"),
                Map.of("type", "subscribe", "id", "1"),
                Map.of("type", "subscribe", "id", "", "payload", Map.of("query", STATE)),
                Map.of("type", "subscribe", "id", "1", "payload", Map.of("query", 7)),
                Map.of("type", "complete"),
                Map.of("type", "ping", "payload", "x"))) {
            String close = afterwards(WebSocketClient.initialised(), invalid);
            assertTrue(close.startsWith("4400 "), invalid + ": " + close);
        }
        WebSocketClient binary = WebSocketClient.initialised();
        binary.sendBytes();
        assertEquals("4400 Messages must be text", binary.awaitClose());
    }

    @Test
    void disconnectsAClientThatSendsALongMessage() throws Exception {
        try (WebSocketClient client = WebSocketClient.initialised()) {
            try {
                client.subscribe("1", "{ __typename }".repeat(6_000), Map.of());
            } catch (ExecutionException disconnected) {
                // Before all of it was sent.
            }
            Eventually.holds(client::isClosed);
        }
    }

    @Test
    void refusesAPageOfAnotherOrigin() {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> new WebSocketClient("graphql-transport-ws", "Origin", "http://elsewhere.example"));
        WebSocketHandshakeException handshake = assertInstanceOf(WebSocketHandshakeException.class, refused.getCause());
        assertEquals(403, handshake.getResponse().statusCode());
    }

    private static Map<String, ?> subscribe(String id) {
        return Map.of("type", "subscribe", "id", id, "payload", Map.of("query", STATE));
    }

    private static String afterwards(WebSocketClient client, Object message) throws Exception {
        client.send(message);
        return client.awaitClose();
    }

    private static String state() {
        return query(unasked("{ dataset { state } }")).at("dataset.state");
    }
}
