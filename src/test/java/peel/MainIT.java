package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import peel.embedded.PostgresServer;
import peel.testing.Eventually;
import peel.testing.TestServer;

/** The packaged service as an operator starts it: its exit codes, and its one line when it cannot start. */
@EnabledIf("peel.LaunchedService#isPackaged")
class MainIT {

    private static final int TERMINATED = 143;
    private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/peel";

    @TempDir
    Path directory;

    @Test
    @NeedsEmbeddedPostgres
    void startsAndStopsTheEmbeddedDatabase() throws Exception {
        LaunchedService service = run(Map.of()).awaitReady();
        Path pidFile = directory.resolve("data/postgres/pgdata/postmaster.pid");
        long postgres = Long.parseLong(Files.readAllLines(pidFile).get(0));
        int code = service.stop();
        if (!isWindows()) {
            assertEquals(TERMINATED, code);
            assertFalse(Files.exists(pidFile));
            assertTrue(Files.readString(directory.resolve("data/postgres/postgres.log"))
                    .contains("database system is shut down"));
        }
        // The file is deleted a moment before the process ends.
        ProcessHandle.of(postgres)
                .ifPresent(server ->
                        server.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    @Test
    @NeedsEmbeddedPostgres
    void usesTheDataOfAKilledServiceFromAnotherWorkingDirectory() throws Exception {
        run(Map.of()).awaitReady().kill();
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        try (LaunchedService service = LaunchedService.run(
                elsewhere,
                Map.of(
                        "PEEL_EMBEDDED_DATA_FOLDER",
                        directory.resolve("data/postgres").toString()))) {
            service.awaitReady();
        }
    }

    @Test
    @NeedsEmbeddedPostgres
    void refusesTheDataFolderOfARunningService() throws Exception {
        try (LaunchedService first = run(Map.of()).awaitReady()) {
            LaunchedService second = run(Map.of());
            assertEquals(1, second.awaitEnd());
            assertOneLine(second, directory.resolve("data/postgres").toString(), " " + first.pid() + ". ");
        }
    }

    @Test
    void saysThatTheDatabaseIsUnreachableFromWhateverSourceItsUrlComes() throws Exception {
        Map<String, String> once = Map.of("PEEL_DATABASE_WAIT", "0");
        assertUnreachable(
                run(Map.of("PEEL_DATABASE_WAIT", "0", "QUARKUS_DATASOURCE_JDBC_URL", NOWHERE + "?password=secret")));
        assertUnreachable(run(once, "-Dquarkus.datasource.jdbc.url=" + NOWHERE));
        Files.writeString(directory.resolve(".env"), "QUARKUS_DATASOURCE_JDBC_URL=" + NOWHERE);
        assertUnreachable(run(once));
        Files.delete(directory.resolve(".env"));
        Files.writeString(directory.resolve("elsewhere.properties"), "quarkus.datasource.jdbc.url=" + NOWHERE);
        assertUnreachable(run(Map.of("PEEL_DATABASE_WAIT", "0", "QUARKUS_CONFIG_LOCATIONS", "elsewhere.properties")));
        Files.createDirectory(directory.resolve("config"));
        Files.writeString(
                directory.resolve("config/application.properties"), "%prod.quarkus.datasource.jdbc.url=" + NOWHERE);
        assertUnreachable(run(once));
        assertFalse(Files.exists(directory.resolve("data")), "no embedded database");
    }

    @Test
    void retriesUntilTheWaitIsOver() throws Exception {
        long begin = System.nanoTime();
        LaunchedService service = run(Map.of("QUARKUS_DATASOURCE_JDBC_URL", NOWHERE, "PEEL_DATABASE_WAIT", "3s"));
        assertEquals(1, service.awaitEnd());
        long seconds = (System.nanoTime() - begin) / 1_000_000_000;
        assertTrue(seconds >= 2 && seconds < 10, seconds + " s");
        List<String> lines = service.output();
        assertTrue(lines.size() >= 3, lines.toString());
        assertTrue(lines.stream().allMatch(line -> line.startsWith("peel-graphql: The database")));
        assertTrue(lines.get(lines.size() - 1).contains("within 3 s"), lines.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsAtOnceOnASignalWhileItWaitsForTheDatabase() throws Exception {
        LaunchedService service = run(Map.of("QUARKUS_DATASOURCE_JDBC_URL", NOWHERE, "PEEL_DATABASE_WAIT", "60s"));
        Eventually.holds(() -> !service.output().isEmpty());
        long signalled = System.nanoTime();
        service.terminate();
        assertEquals(143, service.awaitEnd());
        long seconds = (System.nanoTime() - signalled) / 1_000_000_000;
        assertTrue(seconds < 10, seconds + " s");
        assertTrue(
                service.output().stream().allMatch(line -> line.contains("cannot be reached yet")),
                service.output().toString());
    }

    @Test
    void saysWithoutRetryingThatThePasswordIsWrong() throws Exception {
        TestServer server = TestServer.get();
        LaunchedService service = run(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                server.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                server.username(),
                "QUARKUS_DATASOURCE_PASSWORD",
                "guess",
                "PEEL_DATABASE_WAIT",
                "60s"));
        assertEquals(1, service.awaitEnd());
        assertOneLine(service, "password authentication failed", "QUARKUS_DATASOURCE_PASSWORD");
    }

    @Test
    @NeedsEmbeddedPostgres
    void saysThatItsPortIsInUseAndStopsTheEmbeddedDatabase() throws Exception {
        assertPortInUse(Map.of());
        // This start succeeds only if the server has stopped and the folder is released.
        PostgresServer.start(directory.resolve("data/postgres")).close();
    }

    @Test
    void saysThatItsPortIsInUse() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.prepared("port")) {
            assertPortInUse(database.environment());
        }
    }

    @Test
    @DisabledIf(
            value = "peel.LaunchedService#hasEmbeddedPostgres",
            disabledReason = "this packaging contains the embedded PostgreSQL, so no setting is missing")
    void namesTheMissingSetting() throws Exception {
        LaunchedService service = run(Map.of());
        assertEquals(1, service.awaitEnd());
        assertOneLine(service, "QUARKUS_DATASOURCE_JDBC_URL is missing");
    }

    @Test
    void namesASettingThatIsOutOfBounds() throws Exception {
        LaunchedService service =
                run(Map.of("QUARKUS_DATASOURCE_JDBC_URL", NOWHERE, "PEEL_DATASET_KEPT_CHANGES", "1000001"));
        assertEquals(1, service.awaitEnd());
        assertOneLine(service, "peel.dataset.kept-changes", "1000001", "must be from 1 to 1000000");
    }

    private void assertPortInUse(Map<String, String> environment) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            LaunchedService service = LaunchedService.run(directory, other.getLocalPort(), environment);
            assertEquals(1, service.awaitEnd());
            List<String> lines = service.output();
            assertTrue(lines.stream().noneMatch(line -> line.startsWith("\tat ")), lines.toString());
            assertEquals(
                    1,
                    lines.stream()
                            .filter(line -> line.contains("Port " + other.getLocalPort()))
                            .count(),
                    lines.toString());
        }
    }

    @Test
    void printsTheStackTraceAtLogLevelDebug() throws Exception {
        LaunchedService service = run(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", NOWHERE,
                "PEEL_DATABASE_WAIT", "0",
                "QUARKUS_LOG_LEVEL", "DEBUG"));
        assertEquals(1, service.awaitEnd());
        assertTrue(
                service.output().stream().anyMatch(line -> line.startsWith("\tat ")),
                service.output().toString());
    }

    private LaunchedService run(Map<String, String> environment, String... options) throws IOException {
        return LaunchedService.run(directory, environment, options);
    }

    private static void assertUnreachable(LaunchedService service) throws Exception {
        assertEquals(1, service.awaitEnd());
        assertOneLine(service, NOWHERE, "refused");
        assertFalse(service.output().get(0).contains("secret"));
    }

    private static void assertOneLine(LaunchedService service, String... parts) throws IOException {
        List<String> lines = service.output();
        assertEquals(1, lines.size(), lines.toString());
        List.of(parts).forEach(part -> assertTrue(lines.get(0).contains(part), lines.get(0)));
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
