package peel.endpoint;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.endpoint.EndpointClient.client;
import static peel.endpoint.EndpointClient.get;
import static peel.endpoint.EndpointClient.post;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import peel.testing.Eventually;
import peel.testing.PostgresResource;
import peel.testing.TestServer;

/** A service with narrow limits whose database is slow, unavailable, or changed by others. */
@QuarkusTest
@TestProfile(StrainedServiceTest.Narrow.class)
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "strained"))
class StrainedServiceTest {

    private static final String NEXT_REVISION =
            "insert into dataset_revision (revision, origin) select max(revision) + 1, 'test' from dataset_revision";

    /** Narrow limits. */
    public static class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "peel.endpoint.timeout", "1500ms",
                    "quarkus.datasource.jdbc.acquisition-timeout", "1S",
                    "peel.endpoint.max-concurrent-requests", "2",
                    "peel.endpoint.revision-bound", "2s",
                    "peel.endpoint.introspection", "false",
                    "peel.endpoint.hosts", "localhost,peel.example",
                    "quarkus.http.cors.enabled", "true",
                    "quarkus.http.cors.origins", "http://friend.example");
        }
    }

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void cancelsASlowStatementAndRefusesFurtherRequestsAtOnce() throws Exception {
        post("query Warm { __typename }").then().statusCode(200);
        List<Response> slow = new ArrayList<>();
        List<Response> further = new ArrayList<>();
        for (Response response :
                askWhileJudgmentsAreLocked("query Slow%d { judgments(first: 1) { nodes { grade } } }")) {
            (response.statusCode() == 504 ? slow : further).add(response);
        }
        assertEquals(2, slow.size());
        for (Response response : slow) {
            response.then()
                    .body("errors[0].extensions.code", equalTo("TIMEOUT"))
                    .body("errors[0].message", containsString("1500 ms"));
        }
        for (Response response : further) {
            response.then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("errors[0].extensions.code", equalTo("TOO_MANY_REQUESTS"))
                    .body("errors[0].message", containsString("limit is 2"))
                    .time(lessThan(1_400L));
        }
        eventually(() -> post("{ judgments(first: 1) { nodes { grade } } }").statusCode() == 200);
    }

    /** Requests that wait for an identical one are no executions, of which two are allowed. */
    @Test
    void letsIdenticalRequestsWaitForOneExecutionButNoLongerThanTheyMay() throws Exception {
        post("query WarmIdentical { __typename }").then().statusCode(200);
        for (Response response :
                askWhileJudgmentsAreLocked("query Identical { judgments(first: 1) { nodes { grade } } }")) {
            response.then().statusCode(504).body("errors[0].extensions.code", equalTo("TIMEOUT"));
        }
    }

    /** The answers to eight requests at the same time. The query may contain the request's number, {@code %d}. */
    private List<Response> askWhileJudgmentsAreLocked(String query) throws Exception {
        // One thread for each request; the common pool may have only one.
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try (Connection other = connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table judgment in access exclusive mode");
            List<Future<Response>> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String text = query.formatted(i);
                asked.add(clients.submit(() -> post(text)));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> one : asked) {
                answers.add(one.get());
            }
            other.rollback();
            return answers;
        } finally {
            clients.shutdown();
        }
    }

    @Test
    void closesTheConnectionOfABodyThatArrivesTooSlowly() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 1000\r\n\r\n{\"query")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            assertTrue(answer.readLine().contains("408"));
            while (answer.read() >= 0) {
                // Until the service closes the connection.
            }
        }
    }

    @Test
    void reportsAnUnavailableDatabaseWithoutItsMessagesAndRecovers() throws Exception {
        String query = "{ forces { totalCount } }";
        post(query).then().statusCode(200);
        String database = url.replaceFirst(".*/([^/?]+).*", "$1");
        administrate("alter database " + database + " allow_connections false");
        try {
            administrate(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(database));
            // Cached answers are not used either, because they may be outdated.
            eventually(() -> post(query).statusCode() == 503);
            post(query)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .header("Cache-Control", "no-store")
                    .body("errors[0].extensions.code", equalTo("SERVICE_UNAVAILABLE"))
                    .body("errors[0].message", not(containsString(database)));
        } finally {
            administrate("alter database " + database + " allow_connections true");
        }
        eventually(() -> post(query).statusCode() == 200);
    }

    @Test
    void seesAnImportByAnotherProcessAtOnce() throws Exception {
        String query = "query Seen { force(name: \"kent\") { name } }";
        keep(query, "Kent Police");
        rename("kent", "Kent Constabulary");
        // By a GET, which depends on the cached answer and on the tag.
        eventually(() -> nameIn(get(query)).equals("Kent Constabulary"));
        keep(query, "Kent Constabulary");
    }

    @Test
    void doesNotRepeatAnAnswerAfterAnImport() throws Exception {
        String query = "query Repeated { force(name: \"sussex\") { name } }";
        keep(query, "Sussex Police");
        try (RawConnection connection = new RawConnection()) {
            String request = RawConnection.get(query);
            connection.exchange(request);
            String repeated = connection.exchange(request);
            assertTrue(repeated.endsWith("\"Sussex Police\"}}}"), repeated);
            rename("sussex", "Sussex Constabulary");
            // Once the service knows of the import, not even the first answer is of before.
            eventually(() -> nameIn(get(query)).equals("Sussex Constabulary"));
            String after = connection.exchange(request);
            assertTrue(after.endsWith("\"Sussex Constabulary\"}}}"), after);
        }
    }

    @Test
    void seesAnImportWhileTheWatchingConnectionIsLost() throws Exception {
        String query = "query Lost { force(name: \"essex\") { name } }";
        keep(query, "Essex Police");
        administrate("select pg_terminate_backend(pid) from pg_stat_activity where query ilike '%dataset_revision%'"
                + " and pid <> pg_backend_pid()");
        rename("essex", "Essex Constabulary");
        eventually(() -> nameIn(get(query)).equals("Essex Constabulary"));
        keep(query, "Essex Constabulary");
    }

    @Test
    void appliesAnImportBetweenTwoStatementsToTheWholeAnswer() throws Exception {
        String query = """
                { judgments(filter: {force: "surrey"}, first: 1) { nodes { note } }
                  observations(filter: {area: "surrey"}, first: 1) { nodes { comparability } } }
                """;
        // While the revision is unknown, an answer is read in one transaction, which would not see the import.
        eventually(() -> "peel; hit".equals(get("{ cycles { code } }").header("Cache-Status")));
        ExecutorService client = Executors.newSingleThreadExecutor();
        Future<Response> asked;
        try (Connection other = connect()) {
            other.setAutoCommit(false);
            for (String statement : List.of(
                    "lock table judgment in access exclusive mode",
                    "update judgment set note = 'new' where force_id = (select id from force where slug = 'surrey')",
                    "update observation set comparability = 'new' where area_id = (select id from area where code = 'surrey')",
                    NEXT_REVISION)) {
                other.createStatement().execute(statement);
            }
            asked = client.submit(() -> post(query));
            // The first statement has its snapshot, from before the import, and waits.
            eventually(() -> isAnyLockAwaited(other));
            other.commit();
        }
        client.shutdown();
        asked.get()
                .then()
                .statusCode(200)
                .body("data.judgments.nodes[0].note", equalTo("new"))
                .body("data.observations.nodes[0].comparability", equalTo("new"));
    }

    @Test
    void answersFromTheLastImportEvenIfNoRowsAreRead() throws Exception {
        for (int i = 0; i < 10; i++) {
            String name = "Dorset Police " + i;
            // The trigger does not notify the service.
            rename("dorset", name, "set local session_replication_role = replica");
            String query = "query Dorset%d { force(name: \"dorset\") { name } }".formatted(i);
            assertEquals(name, nameIn(post(query)));
        }
    }

    @Test
    void doesNotTakeARevisionForAnotherThatHadTheSameNumber() throws Exception {
        String query = "query Restored { force(name: \"norfolk\") { name } dataset { revision } }";
        rename("norfolk", "Norfolk C");
        keep(query, "Norfolk C");
        Response kept = get(query);
        // Goes back to the backup from before the import of C, and imports D, before the service looks again.
        String restore = "delete from dataset_revision where revision = (select max(revision) from dataset_revision)";
        rename("norfolk", "Norfolk D", restore);
        eventually(() -> nameIn(get(query)).equals("Norfolk D"));
        keep(query, "Norfolk D");
        int number = kept.path("data.dataset.revision");
        client().header("If-None-Match", kept.header("ETag"))
                .queryParam("query", query)
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.force.name", equalTo("Norfolk D"))
                .body("data.dataset.revision", equalTo(number));
    }

    @Test
    void disablesIntrospectionTogetherWithTheSchemaFile() {
        given().get("/graphql/schema.graphql").then().statusCode(404);
        given().get("/graphql/schema.graphql/").then().statusCode(404);
        for (String query : List.of(
                "{ __schema { types { name } } }",
                "{ __type(name: \"Force\") { name } }",
                "{ ...f } fragment f on Query { ... { x: __schema { types { name } } } }")) {
            post(query).then().statusCode(400).body("errors[0].extensions.code", equalTo("INTROSPECTION_DISABLED"));
        }
        post("{ __typename }").then().statusCode(200);
    }

    @Test
    void tellsNoNamesOfASchemaThatIsNotPublic() {
        for (String query : List.of(
                "{ frce }",
                "{ force(nam: \"gmp\") { slug } }",
                "query ($f: ForceFiltr) { forces(filter: $f) { totalCount } }",
                "{ force(name: \"gmp\") { judgments(pillar: LEADRSHIP) { grade } } }")) {
            post(query)
                    .then()
                    .statusCode(400)
                    .body("errors[0].message", not(containsString("Did you mean")))
                    .body("errors[0].message", not(containsString("Known values")));
        }
    }

    @Test
    void acceptsOnlyTheConfiguredOrigins() {
        client().header("Origin", "http://friend.example")
                .header("Sec-Fetch-Site", "cross-site")
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "http://friend.example");
        client().header("Origin", "http://elsewhere.example")
                .header("Sec-Fetch-Site", "cross-site")
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(403);
    }

    private static String nameIn(Response response) {
        return response.statusCode() == 200 ? response.path("data.force.name") : "";
    }

    /** Repeats the request until the answer comes from memory. */
    private static void keep(String query, String name) throws Exception {
        eventually(() -> {
            Response response = get(query);
            return name.equals(nameIn(response)) && "peel; hit".equals(response.header("Cache-Status"));
        });
    }

    /** Changes the dataset as an import of another process does. */
    private void rename(String slug, String name) throws SQLException {
        rename(slug, name, "set local session_replication_role = origin");
    }

    private void rename(String slug, String name, String first) throws SQLException {
        try (Connection other = connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute(first);
            other.createStatement().execute("update force set name = '%s' where slug = '%s'".formatted(name, slug));
            other.createStatement().execute(NEXT_REVISION);
            other.commit();
        }
    }

    private static boolean isAnyLockAwaited(Connection other) {
        try (var row = other.createStatement()
                .executeQuery(
                        // Not pg_stat_activity, which does not change within a transaction.
                        "select exists (select from pg_locks where not granted and database ="
                                + " (select oid from pg_database where datname = current_database()))")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(Eventually.Condition condition) throws Exception {
        Eventually.holdsWithin(15, condition);
    }

    private Connection connect() throws SQLException {
        TestServer server = TestServer.get();
        return DriverManager.getConnection(url, server.username(), server.password());
    }

    private static void administrate(String sql) throws SQLException {
        TestServer server = TestServer.get();
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password())) {
            connection.createStatement().execute(sql);
        }
    }

    @Test
    void answersUnderTheConfiguredHostsOnly() {
        for (String host : List.of("localhost", "PEEL.example:8080")) {
            client().header("Host", host)
                    .queryParam("query", "{ __typename }")
                    .get("/graphql")
                    .then()
                    .statusCode(200);
        }
        client().header("Host", "rebound.example")
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(421)
                .body("errors[0].extensions.code", equalTo("UNKNOWN_HOST"))
                .body("errors[0].message", containsString("rebound.example"));
        client().header("Host", "rebound.example").get("/graphiql/").then().statusCode(421);
        // A probe of Kubernetes asks for an address.
        client().header("Host", "10.0.0.7:8080").get("/q/health/live").then().statusCode(200);
    }

    @Test
    void hasNothingInWorkASecondAfterATimeout() throws Exception {
        post("query WarmTimeout { __typename }").then().statusCode(200);
        try (Connection other = connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table judgment in access exclusive mode");
            post("query Late { judgments(first: 1) { nodes { grade } } }")
                    .then()
                    .statusCode(504);
            Thread.sleep(1_000);
            ResultSet waiting = other.createStatement()
                    .executeQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and datname = current_database()");
            waiting.next();
            assertEquals(0, waiting.getInt(1), "statements of the service");
            other.rollback();
        }
    }
}
