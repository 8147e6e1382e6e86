package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import peel.testing.Eventually;

/** The packaged service with a PostgreSQL that has no disk space or free connection, or that ends sessions. */
@EnabledIf("peel.LaunchedService#isPackaged")
class DatabaseTroubleIT {

    private static final String CODE = "\"code\":\"SERVICE_UNAVAILABLE\"";
    private static final String JUDGMENTS =
            "{\"query\": \"query Holding%d { judgments(first: 1) { nodes { grade } } }\"}";
    private static final String COUNT = "{\"query\": \"{ forces { totalCount } }\"}";

    @TempDir
    Path directory;

    private ScratchDatabase database;

    @BeforeEach
    void create() throws Exception {
        database = ScratchDatabase.prepared("trouble");
    }

    @AfterEach
    void drop() throws Exception {
        database.close();
    }

    @Test
    void answersUnavailableWhenThePoolIsExhausted() throws Exception {
        Map<String, String> impatient = Map.of("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "1S");
        onExhaustedPool(impatient, (service, release) -> {
            long begin = System.nanoTime();
            HttpResponse<String> refused = service.ask(COUNT).get();
            long millis = (System.nanoTime() - begin) / 1_000_000;
            assertEquals(503, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains(CODE), refused.body());
            assertTrue(refused.headers().firstValue("Retry-After").isPresent());
            assertTrue(millis < 4_000, millis + " ms");
            release.run();
        });
    }

    @Test
    void waitsForAConnectionAsLongAsARequestMayTake() throws Exception {
        onExhaustedPool(Map.of(), (service, release) -> {
            CompletableFuture<HttpResponse<String>> waiting = service.ask(COUNT);
            TimeUnit.SECONDS.sleep(5);
            release.run();
            assertEquals(200, waiting.get().statusCode(), waiting.get().body());
        });
    }

    private interface Trial {
        void run(LaunchedService service, Runnable release) throws Exception;
    }

    private void onExhaustedPool(Map<String, String> environment, Trial trial) throws Exception {
        Map<String, String> more = new HashMap<>(environment);
        // One connection watches the revision.
        more.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "3");
        try (LaunchedService service = run(more);
                Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table judgment in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> holding = IntStream.range(0, 2)
                    .mapToObj(i -> service.ask(JUDGMENTS.formatted(i)))
                    .toList();
            database.awaitLocked(2);
            trial.run(service, () -> rollBack(other));
            for (CompletableFuture<HttpResponse<String>> one : holding) {
                assertEquals(200, one.get().statusCode());
            }
            assertEquals(200, service.ask(JUDGMENTS.formatted(2)).get().statusCode());
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void answersUnavailableWhenPostgresqlEndsASessionWithinATransaction() throws Exception {
        String query = """
                {"query": "query Long%d { forces(first: 43) { nodes { name judgments { question { code wording } \
                grade source { url publication { title } } } \
                observations(metric: [\\"workforce.officers\\"]) { value metric { code } } } } }"}\
                """;
        // With a short bound the revision is unknown most of the time, so answers are read in transactions.
        Map<String, String> settings =
                Map.of("PEEL_ENDPOINT_MAX_COST", "1000000", "PEEL_ENDPOINT_REVISION_BOUND", "1ms");
        try (LaunchedService service = run(settings)) {
            database.administrate(
                    "alter database " + database.name() + " set idle_in_transaction_session_timeout = '1ms'");
            database.disconnectAll();
            boolean ended = false;
            for (int i = 0; i < 60 && !ended; i++) {
                HttpResponse<String> response = service.ask(query.formatted(i)).get();
                ended = response.statusCode() == 503;
                if (ended) {
                    assertTrue(response.body().contains(CODE), response.body());
                } else {
                    assertEquals(200, response.statusCode(), response.body());
                }
            }
            assertTrue(ended, "no session was ended");
            database.administrate("alter database " + database.name() + " reset idle_in_transaction_session_timeout");
            database.disconnectAll();
            Eventually.holds(() -> service.ask(query.formatted(100)).get().statusCode() == 200);
        }
    }

    @Test
    void answersUnavailableWhenThereIsNoSpaceForTemporaryFiles() throws Exception {
        String query =
                "{\"query\": \"query Large%d { forces(first: 43) { nodes { judgments { grade source { url } } } } }\"}";
        try (LaunchedService service = run(Map.of())) {
            database.administrate("alter database " + database.name() + " set temp_file_limit = 0");
            database.administrate("alter database " + database.name() + " set work_mem = '64kB'");
            // Otherwise an index may give the order, and nothing is sorted.
            database.administrate("alter database " + database.name() + " set enable_indexscan = off");
            database.disconnectAll();
            Eventually.holds(() -> service.get("/q/health/ready").statusCode() == 200);
            HttpResponse<String> full = service.ask(query.formatted(1)).get();
            assertEquals(503, full.statusCode(), full.body());
            assertTrue(full.body().contains(CODE), full.body());
            // A query that needs no temporary file is answered.
            String small = "{\"query\": \"{ forces(first: 43) { nodes { name } } }\"}";
            assertEquals(200, service.ask(small).get().statusCode());
            database.administrate("alter database " + database.name() + " reset temp_file_limit");
            database.disconnectAll();
            Eventually.holds(() -> service.ask(query.formatted(2)).get().statusCode() == 200);
        }
    }

    @Test
    void saysInOneLineThatTheDiskIsFullAndStoresNothing() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", disk.toString()),
                "no right to mount a small disk");
        String space = "small_" + UUID.randomUUID().toString().substring(0, 8);
        try {
            Path folder = Files.createDirectory(disk.resolve("space"));
            database.administrate("create tablespace " + space + " location '" + folder + "'");
            try (ScratchDatabase small = ScratchDatabase.create("full", "strategy file_copy tablespace " + space)) {
                // Space for some tables, but not for their rows.
                FileStore store = Files.getFileStore(folder);
                long kilobytes = (store.getTotalSpace() - store.getUnallocatedSpace()) / 1_024;
                assertTrue(resize(disk, kilobytes + 500 + "k"));
                LaunchedService service = LaunchedService.run(directory, small.environment());
                assertEquals(1, service.awaitEnd());
                List<String> said = service.output().stream()
                        .filter(line -> line.startsWith("peel-graphql: "))
                        .toList();
                assertEquals(1, said.size(), service.output().toString());
                assertTrue(said.get(0).contains("could not extend file"), said.get(0));
                assertTrue(resize(disk, "100m"));
                try (LaunchedService again = LaunchedService.run(directory, small.environment())) {
                    again.awaitReady();
                    assertEquals("1", small.value("select count(*) from dataset_revision"));
                }
            }
            database.administrate("drop tablespace " + space);
        } finally {
            command("umount", "-l", disk.toString());
        }
    }

    private LaunchedService run(Map<String, String> more) throws Exception {
        return LaunchedService.run(directory, database.environment(more)).awaitReady();
    }

    private static boolean resize(Path disk, String size) throws Exception {
        return command("mount", "-o", "remount,size=" + size, disk.toString());
    }

    /** Whether the command succeeded. Mounting needs permissions that not every user has. */
    private static boolean command(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
