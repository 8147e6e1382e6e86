package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import peel.testing.TestServer;

/**
 * Packaged services on one database: an import by one of them replaces the answers that another has cached, and is an event for
 * the subscribers of the other.
 */
@EnabledIf("peel.LaunchedService#isPackaged")
class TwoProcessesIT {

    private static final Path DATASET = Path.of("src/main/resources/dataset");
    private static final String QUERY = "{\"query\": \"{ force(name: \\\"kent\\\") { name } }\"}";

    private static final String RENAMED = "{\"data\":{\"changes\":{\"kind\":\"REFERENCE\",\"action\":\"CHANGED\"}}}";

    @TempDir
    Path directory;

    private final TestServer server = TestServer.get();
    private final String database =
            "two_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void createDatabase() throws Exception {
        administrate("create database " + database + " template " + PreparedDatabase.name());
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        administrate("drop database if exists " + database + " with (force)");
    }

    @Test
    void showsAnImportOfAnotherProcessEvenAfterALostConnection() throws Exception {
        int port = LaunchedService.freePort();
        try (LaunchedService first = run(port, Map.of()).awaitReady()) {
            awaitCached(port, "Kent Police");
            Iterator<String> changes = first.subscribe("subscription { changes { kind action } }");
            try (LaunchedService second = run(LaunchedService.freePort(), renamed("Kent Constabulary"))) {
                second.awaitReady();
                awaitCached(port, "Kent Constabulary");
                assertEquals(RENAMED, changes.next());
            }
            administrate(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(database));
            try (LaunchedService third = run(LaunchedService.freePort(), renamed("Kent County Police"))) {
                third.awaitReady();
                awaitCached(port, "Kent County Police");
                assertEquals(RENAMED, changes.next());
            }
            assertTrue(first.pid() > 0);
        }
    }

    private LaunchedService run(int port, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", server.username());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", server.password());
        return LaunchedService.run(directory, port, environment);
    }

    /** The bundled dataset with another name for one force. */
    private Map<String, String> renamed(String name) throws IOException {
        Path folder = Files.createDirectory(directory.resolve(name.replace(' ', '-')));
        try (Stream<Path> files = Files.list(DATASET)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path forces = folder.resolve("forces.csv");
        List<String> lines = Files.readAllLines(forces).stream()
                .map(line -> line.replace(",Kent Police,", "," + name + ","))
                .toList();
        Files.write(forces, lines);
        return Map.of("PEEL_DATASET_FOLDER", folder.toString());
    }

    /** Waits at most five seconds, the documented bound, until the answer is the new one and comes from the cache. */
    private void awaitCached(int port, String name) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                .build();
        HttpResponse<String> response = null;
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < 5_000_000_000L) {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
            boolean cached = response.headers()
                    .firstValue("Cache-Status")
                    .filter("peel; hit"::equals)
                    .isPresent();
            if (cached && response.body().contains("\"" + name + "\"")) {
                return;
            }
            Thread.sleep(20);
        }
        assertEquals(name, response.body());
    }

    private void administrate(String sql) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password())) {
            connection.createStatement().execute(sql);
        }
    }
}
