package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import peel.testing.TestServer;

/** The commands of the packaged program. */
@EnabledIf("peel.LaunchedService#isPackaged")
class CommandIT {

    private static final String ALIAS = "force,alias\nkent,%s\n";

    @TempDir
    Path directory;

    private final TestServer server = TestServer.get();
    private final String database =
            "command_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @BeforeEach
    void createDatabase() throws SQLException {
        execute(server.jdbcUrl(), "create database " + database);
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        execute(server.jdbcUrl(), "drop database if exists " + database + " with (force)");
    }

    private void usePreparedDatabase() throws Exception {
        dropDatabase();
        execute(server.jdbcUrl(), "create database " + database + " template " + PreparedDatabase.name());
    }

    private record Result(int code, String out, String err) {}

    private Process start(Map<String, String> environment, Path out, Path err, String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(LaunchedService.command());
        builder.command().addAll(List.of(args));
        builder.directory(directory.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("PEEL_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Result run(Map<String, String> environment, String... args) throws Exception {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        Process process = start(environment, out, err, args);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), Files.readString(err));
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Map<String, String> external() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl(database),
                "QUARKUS_DATASOURCE_USERNAME", server.username(),
                "QUARKUS_DATASOURCE_PASSWORD", server.password());
    }

    @Test
    void preparesAnEmptyDatabaseAndPrintsOnlyTheSummaryToStandardOutput() throws Exception {
        Path file = Files.writeString(directory.resolve("a.csv"), ALIAS.formatted("Kentish"));
        Result first = run(external(), "import", "--json", file.toString());
        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().startsWith("{\"dryRun\":false"), first.out());
        assertEquals(1, first.out().lines().count(), first.out());
        assertEquals("1", value("select count(*) from force_alias where alias = 'Kentish'"));
        assertEquals("1960", value("select count(*) from judgment"));
        Result second = run(external(), "import", file.toString());
        assertTrue(second.out().contains("0 inserted, 0 changed, 1 unchanged"), second.out());
        assertEquals("2", value("select max(revision) from dataset_revision"));
    }

    @Test
    void migratesADatabaseOnceWithoutImportingOrServing() throws Exception {
        Result first = run(external(), "migrate");
        assertEquals(0, first.code(), first.err());
        assertEquals(
                "The database is prepared: it has the tables of this version, and the dataset is loaded.\n",
                first.out());
        assertEquals("1960", value("select count(*) from judgment"));
        Result second = run(external(), "migrate");
        assertEquals(0, second.code(), second.err());
        assertEquals("Nothing to do: this version has already prepared the database.\n", second.out());
        assertEquals("1", value("select max(revision) from dataset_revision"));
        assertEquals(2, run(external(), "migrate", "now").code());
    }

    @Test
    void reportsByItsExitCodeWhatWentWrong() throws Exception {
        Map<String, String> nowhere =
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/peel", "PEEL_DATABASE_WAIT", "0");
        assertEquals(1, run(nowhere, "import", "a.csv").code());
        assertEquals(2, run(Map.of(), "imprt").code());
        usePreparedDatabase();
        Path bad = Files.writeString(directory.resolve("bad.csv"), ALIAS.formatted("") + "x,y,z\n");
        Result refused = run(external(), "import", bad.toString());
        assertEquals(3, refused.code());
        assertTrue(refused.out().contains("bad.csv, line 2, column alias: is empty"), refused.out());
    }

    @Test
    @NeedsEmbeddedPostgres
    void importsIntoTheEmbeddedDatabaseOfARunningService() throws Exception {
        Path file = Files.writeString(directory.resolve("a.csv"), ALIAS.formatted("Kentish"));
        int port = LaunchedService.freePort();
        try (LaunchedService service =
                LaunchedService.run(directory, port, Map.of()).awaitReady()) {
            assertFalse(answers(port), "the alias is not imported yet");
            Result outcome = run(Map.of(), "import", file.toString());
            assertEquals(0, outcome.code(), outcome.err());
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (!answers(port)) {
                assertTrue(System.nanoTime() < deadline, "the service does not show the import");
                Thread.sleep(50);
            }
            assertTrue(service.pid() > 0);
        }
        Result again = run(Map.of(), "import", file.toString());
        assertTrue(again.out().contains("1 unchanged"), again.out() + again.err());
    }

    private static boolean answers(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"{ force(name: \\\"Kentish\\\") { name } }\"}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .contains("Kent Police");
    }

    @Test
    void waitsForAnotherImportAndSaysSo() throws Exception {
        Path file = Files.writeString(directory.resolve("a.csv"), ALIAS.formatted("Kentish"));
        run(external(), "import", "--dry-run", file.toString());
        try (Connection other = connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select pg_advisory_xact_lock(7335001)");
            Path out = directory.resolve("out");
            Path err = directory.resolve("err");
            Process process = start(external(), out, err, "import", file.toString());
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!Files.exists(err) || !Files.readString(err).contains("Another import")) {
                assertTrue(System.nanoTime() < deadline, "the import does not say that it waits");
                Thread.sleep(50);
            }
            assertEquals("0", value("select count(*) from force_alias where alias = 'Kentish'"));
            other.rollback();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        }
        assertEquals("1", value("select count(*) from force_alias where alias = 'Kentish'"));
    }

    @Test
    void storesNothingOfAFileWhenItIsKilled() throws Exception {
        StringBuilder rows = new StringBuilder("force,alias\n");
        for (int i = 0; i < 300_000; i++) {
            rows.append("kent,Alias ").append(i).append('\n');
        }
        Path file = Files.writeString(directory.resolve("many.csv"), rows);
        usePreparedDatabase();
        Random random = new Random();
        for (int i = 0; i < 4; i++) {
            Path err = directory.resolve("err" + i);
            Process process = start(external(), directory.resolve("out" + i), err, "import", file.toString());
            while (process.isAlive() && !Files.readString(err).contains("Importing")) {
                Thread.sleep(20);
            }
            Thread.sleep(random.nextInt(1500));
            process.destroyForcibly().onExit().join();
            awaitLockReleased();
            String stored = value("select count(*) from force_alias where alias like 'Alias %'");
            // All of it if the import was faster, perhaps killed only after its commit.
            assertTrue(stored.equals("0") || stored.equals("300000"), "killed import " + i + " stored " + stored);
            assertTrue(process.exitValue() != 0 || stored.equals("300000"), "a successful import stored " + stored);
            execute(server.jdbcUrl(database), "delete from force_alias where alias like 'Alias %'");
        }
    }

    private void awaitLockReleased() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!value("select count(*) from pg_locks where locktype = 'advisory'")
                .equals("0")) {
            assertTrue(System.nanoTime() < deadline, "the killed import still holds the lock");
            Thread.sleep(100);
        }
    }

    private String value(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), server.username(), server.password());
    }

    private void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, server.username(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
