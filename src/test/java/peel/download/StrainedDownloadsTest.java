package peel.download;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.testing.Eventually;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** One download at a time, of a table that no buffer of a connection holds, with slow clients and a failing database. */
@QuarkusTest
@TestProfile(StrainedDownloadsTest.Narrow.class)
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "downloads"))
class StrainedDownloadsTest {

    private static final String LARGE = "/data/tables/observations.csv";
    private static final String SMALL = "/data/tables/cycles.csv";

    /** Texts of 2,000 characters, so that the table has 60 MB. */
    private static final int ROWS = 30_000;

    /** Narrow limits. */
    public static class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("peel.downloads.max-concurrent", "1", "peel.downloads.min-rate", "32K");
        }
    }

    TestDatabase database;

    @BeforeEach
    void enlarge() throws Exception {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("""
                    update observation set assessment = repeat('x', 2000)
                    where id in (select id from observation where assessment is null limit %d)
                      and not exists (select from observation where length(assessment) = 2000)
                    """.formatted(ROWS));
        }
        Eventually.holds(() -> get(SMALL).statusCode() == 200);
    }

    /** A client that has asked for the large table and reads nothing of it. */
    private static Socket stalled() throws IOException {
        Socket socket = new Socket();
        // The operating system takes in what nobody reads.
        socket.setReceiveBufferSize(64 * 1_024);
        socket.connect(new java.net.InetSocketAddress("localhost", RestAssured.port));
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(("GET " + LARGE + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** How many downloads have a transaction open. Between two parts of a table, none of its statements is executed. */
    private int copying() throws SQLException {
        try (Connection connection = database.connect();
                ResultSet row = connection.createStatement().executeQuery("""
                        select count(*) as n from pg_stat_activity
                        where datname = current_database() and state <> 'idle' and query like 'copy (%'
                        """)) {
            row.next();
            return row.getInt("n");
        }
    }

    @Test
    void refusesMoreDownloadsThanAllowedButAnswersQueries() throws Exception {
        try (Socket slow = stalled()) {
            Eventually.holds(() -> slow.isConnected() && copying() == 1);
            get(SMALL).then().statusCode(503).header("Retry-After", "10").body(containsString("Only 1"));
            given().contentType("application/json")
                    .body(Map.of("query", "query Beside { judgments(first: 1) { nodes { grade } } }"))
                    .post("/graphql")
                    .then()
                    .statusCode(200)
                    .body("errors", nullValue());
        }
    }

    // 128 KiB at 32 KiB a second are four seconds.
    @Test
    void disconnectsAClientThatDoesNotReadAndTakesTheConnectionBack() throws Exception {
        try (Socket slow = stalled()) {
            Eventually.holds(() -> slow.isConnected() && copying() == 1);
            Eventually.holds(() -> copying() == 0);
            Eventually.holds(() -> get(SMALL).statusCode() == 200);
            // The client sees that the file is not complete: its connection is broken.
            InputStream in = slow.getInputStream();
            assertThrows(SocketException.class, () -> {
                byte[] bytes = new byte[1 << 16];
                int read = in.read(bytes);
                while (read >= 0) {
                    read = in.read(bytes);
                }
            });
        }
        Eventually.holds(() -> get("/q/metrics").asString().contains("outcome=\"slow\",path=\"" + LARGE + "\""));
    }

    @Test
    void endsTheStatementOfAClientThatHangsUp() throws Exception {
        try (Socket slow = stalled()) {
            Eventually.holds(() -> slow.isConnected() && copying() == 1);
        }
        Eventually.holds(() -> copying() == 0);
        Eventually.holds(() -> get(SMALL).statusCode() == 200);
    }

    @Test
    void breaksTheConnectionWhenTheDatabaseFails() throws Exception {
        HttpURLConnection client = (HttpURLConnection) URI.create("http://localhost:" + RestAssured.port + LARGE)
                .toURL()
                .openConnection();
        try (InputStream in = client.getInputStream()) {
            assertEquals(200, client.getResponseCode());
            assertTrue(in.read() >= 0);
            try (Connection connection = database.connect()) {
                connection.createStatement().execute("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and state <> 'idle' and query like 'copy (%'
                        """);
            }
            assertThrows(IOException.class, () -> in.transferTo(java.io.OutputStream.nullOutputStream()));
        }
        Eventually.holds(() -> get(SMALL).statusCode() == 200);
    }

    // OWASP, CSV Injection.
    @Test
    void letsNoTextBecomeAFormulaButKeepsItInTheFormatsAsItIs() throws Exception {
        List<String> names = List.of("=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx", "plain");
        try (Connection connection = database.connect()) {
            try (var update = connection.prepareStatement(
                    "update force set region = ? where slug = (select slug from force order by slug offset ? limit 1)")) {
                for (int i = 0; i < names.size(); i++) {
                    update.setString(1, names.get(i));
                    update.setInt(2, i);
                    update.executeUpdate();
                }
            }
        }
        List<String> panel = Downloaded.rows(Downloaded.bytes("/data/panel.csv")).stream()
                .filter(row ->
                        row.get("cycle").equals("2014") && row.get("question").equals("reduce-crime"))
                .map(row -> row.get("region"))
                .toList();
        List<String> format = Downloaded.rows(Downloaded.bytes("/data/tables/forces.csv")).stream()
                .map(row -> row.get("region"))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            boolean plain = names.get(i).equals("plain");
            assertEquals(plain ? names.get(i) : "'" + names.get(i), panel.get(i));
            assertEquals(names.get(i), format.get(i));
        }
        // A number is no text.
        assertTrue(Downloaded.rows(Downloaded.bytes("/data/observations.csv")).stream()
                .map((CSVRecord row) -> row.get("value"))
                .anyMatch(value -> value.startsWith("-")));
    }

    @Test
    void hasANewTagAfterAnImport() throws Exception {
        String before = get(SMALL).header("ETag");
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("""
                    insert into dataset_revision (revision, origin) select max(revision) + 1, 'test' from dataset_revision
                    """);
        }
        Eventually.holds(
                () -> given().header("If-None-Match", before).get(SMALL).statusCode() == 200);
        assertTrue(!before.equals(get(SMALL).header("ETag")));
    }
}
