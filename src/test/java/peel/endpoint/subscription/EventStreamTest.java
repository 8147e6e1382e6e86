package peel.endpoint.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.unasked;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import peel.endpoint.subscription.EventStreamClient.Event;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** Subscriptions by Server-Sent Events, as the graphql-sse protocol has them in its distinct connections mode. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "subscriptions"))
class EventStreamTest {

    private static final String STATE = "subscription { datasetChanged { state revision } }";

    private static final String MONITORING = """
            subscription ($since: String) {
              changes(since: $since, filter: { kind: [MONITORING_EVENT] }) { kind file facts state position force { slug } }
            }
            """;

    TestDatabase database;

    @Test
    void sendsTheStateAtOnceAndEachNewOne() throws Exception {
        try (EventStreamClient stream = EventStreamClient.get(STATE)) {
            assertEquals(200, stream.status());
            assertTrue(stream.head().toLowerCase().contains("content-type: text/event-stream"), stream.head());
            assertTrue(stream.head().toLowerCase().contains("cache-control: no-store"), stream.head());
            Event first = stream.next();
            assertEquals("next", first.type());
            assertEquals(state(), first.at("/data/datasetChanged/state"));
            assertEquals(state(), first.lastId());
            importEvents("kent");
            Event second = stream.next();
            assertEquals(state(), second.at("/data/datasetChanged/state"));
            assertNotEquals(first.at("/data/datasetChanged/state"), second.at("/data/datasetChanged/state"));
        }
    }

    @Test
    void sendsOneEventForEachChangeThatMatches() throws Exception {
        try (EventStreamClient stream = EventStreamClient.post(MONITORING, Map.of());
                EventStreamClient other =
                        EventStreamClient.post(MONITORING.replace("MONITORING_EVENT", "FINDING"), Map.of())) {
            assertEquals(state(), stream.awaitId());
            String before = other.awaitId();
            String file = importEvents("kent", "surrey");
            assertEquals("kent " + file, forceAndFile(stream.next()));
            assertEquals("surrey " + file, forceAndFile(stream.next()));
            // No event, but the client now knows how far it has read.
            String line = other.line();
            while (!line.startsWith("id: ")) {
                line = other.line();
            }
            assertEquals("id: " + state(), line);
            assertNotEquals(before, state());
        }
    }

    @Test
    void continuesAfterTheLastEventWithoutAGap() throws Exception {
        String id;
        String first;
        try (EventStreamClient stream = EventStreamClient.post(MONITORING, Map.of())) {
            stream.awaitId();
            first = importEvents("kent", "surrey");
            Event event = stream.next();
            assertEquals("kent " + first, forceAndFile(event));
            id = event.lastId();
            assertEquals(event.at("/data/changes/position"), id);
        }
        String second = importEvents("essex");
        try (EventStreamClient again = EventStreamClient.post(MONITORING, Map.of(), "Last-Event-ID: " + id)) {
            assertEquals("surrey " + first, forceAndFile(again.next()));
            assertEquals("essex " + second, forceAndFile(again.next()));
            String third = importEvents("norfolk");
            assertEquals("norfolk " + third, forceAndFile(again.next()));
        }
        try (EventStreamClient since = EventStreamClient.post(MONITORING, Map.of("since", id))) {
            assertEquals("surrey " + first, forceAndFile(since.next()));
        }
        assertEquals(
                List.of("norfolk", "essex", "surrey"),
                query(
                                "query ($since: String!) { changes(since: $since) { nodes { force { slug } } } }",
                                Map.of("since", id))
                        .each("changes.nodes")
                        .stream()
                        .map(change -> change.at("force.slug"))
                        .toList());
    }

    @Test
    void readsMoreChangesThanOnePageHas() throws Exception {
        String before = state();
        List<String> forces = new ArrayList<>();
        for (int page = 0; page < 6; page++) {
            forces.addAll(List.of(MonitoringImport.TWENTY_FORCES));
            importEvents(MonitoringImport.TWENTY_FORCES);
        }
        try (EventStreamClient stream = EventStreamClient.post(MONITORING, Map.of("since", before))) {
            for (String force : forces) {
                assertEquals(force, stream.next().at("/data/changes/force/slug"));
            }
        }
    }

    @Test
    void saysThatChangesAreNotKeptAnyMore() throws Exception {
        String before = state();
        MonitoringImport.of(database, 1, "kent");
        MonitoringImport.of(database, 1, "surrey");
        try (EventStreamClient stream = EventStreamClient.post(MONITORING, Map.of(), "Last-Event-ID: " + before)) {
            Event error = stream.next();
            assertEquals("next", error.type());
            assertEquals("BAD_USER_INPUT", error.at("/errors/0/extensions/code"));
            assertTrue(error.at("/errors/0/message").contains("are not all kept"), error.data());
            assertEquals("complete", stream.next().type());
            assertNull(stream.next());
        }
    }

    @Test
    void refusesAPositionOfAnotherDatabase() throws Exception {
        try (EventStreamClient stream =
                EventStreamClient.post(MONITORING, Map.of(), "Last-Event-ID: " + UUID.randomUUID() + ":7")) {
            assertTrue(stream.next().at("/errors/0/message").contains("is not a state of this database"));
            assertEquals("complete", stream.next().type());
        }
    }

    @Test
    void answersAQueryByOneEvent() throws Exception {
        try (EventStreamClient stream = EventStreamClient.get("{ force(name: \"kent\") { name } }")) {
            assertEquals("Kent Police", stream.next().at("/data/force/name"));
            Event complete = stream.next();
            assertEquals("complete", complete.type());
            assertEquals("", complete.data());
            assertNull(stream.next());
        }
    }

    @Test
    void sendsErrorsAsAnEventBecauseBrowsersReadNothingElse() throws Exception {
        for (String invalid :
                List.of("subscription { nothing }", "subscription { changes { id } datasetChanged { state } }", "{")) {
            try (EventStreamClient stream = EventStreamClient.get(invalid)) {
                assertEquals(200, stream.status());
                Event error = stream.next();
                assertEquals("next", error.type());
                assertTrue(error.at("/errors/0/message").length() > 0, error.data());
                assertEquals("complete", stream.next().type());
                assertNull(stream.next());
            }
        }
    }

    @Test
    void refusesASubscriptionWithoutAStream() {
        assertEquals(
                "NOT_ACCEPTABLE",
                io.restassured.RestAssured.given()
                        .contentType("application/json")
                        .body(Map.of("query", STATE))
                        .post("/graphql")
                        .then()
                        .statusCode(406)
                        .extract()
                        .path("errors[0].extensions.code"));
    }

    @Test
    void refusesAPageOfAnotherOrigin() throws Exception {
        try (EventStreamClient stream = EventStreamClient.get(STATE, "Origin: http://elsewhere.example")) {
            assertEquals(403, stream.status());
            assertTrue(stream.rest().contains("CROSS_SITE_REQUEST"));
        }
    }

    private static String forceAndFile(Event event) {
        assertEquals("next", event.type());
        return event.at("/data/changes/force/slug") + " " + event.at("/data/changes/file");
    }

    private static String state() {
        return query(unasked("{ dataset { state } }")).at("dataset.state");
    }

    private String importEvents(String... forces) throws Exception {
        return MonitoringImport.of(database, 1000, forces);
    }
}
