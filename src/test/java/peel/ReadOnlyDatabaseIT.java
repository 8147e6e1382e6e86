package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import peel.testing.Eventually;

/** The packaged service with a database user who may only read. */
@EnabledIf("peel.LaunchedService#isPackaged")
class ReadOnlyDatabaseIT {

    @TempDir
    Path directory;

    private ScratchDatabase database;
    private String reader;

    @BeforeEach
    void create() throws Exception {
        database = ScratchDatabase.create("readonly");
        reader = "reader_" + database.name();
        database.administrate("create role " + reader + " login password 'reader'");
        database.execute("alter default privileges in schema public grant select on tables to " + reader);
    }

    @AfterEach
    void drop() throws Exception {
        database.close();
        database.administrate("drop role " + reader);
    }

    @Test
    void waitsForMigrateAndThenServes() throws Exception {
        Map<String, String> rights = database.environment(
                Map.of("QUARKUS_DATASOURCE_USERNAME", reader, "QUARKUS_DATASOURCE_PASSWORD", "reader"));
        try (LaunchedService service =
                LaunchedService.run(Files.createDirectory(directory.resolve("reader")), rights)) {
            Eventually.holds(
                    () -> service.output().stream().anyMatch(line -> line.contains("Waiting for the command migrate")));
            assertEquals(0, migrate());

            service.awaitReady();
            HttpResponse<String> answer = service.ask("{\"query\": \"{ force(name: \\\"kent\\\") { name } }\"}")
                    .get();
            assertEquals("{\"data\":{\"force\":{\"name\":\"Kent Police\"}}}", answer.body());
            List<String> said = service.output().stream()
                    .filter(line -> line.startsWith("peel-graphql: "))
                    .toList();
            assertEquals(1, said.size(), said.toString());
            assertTrue(said.get(0).contains("may only be read by the user " + reader), said.get(0));
        }
    }

    private int migrate() throws Exception {
        ProcessBuilder migration = new ProcessBuilder(LaunchedService.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        migration.command().add("migrate");
        migration.environment().putAll(database.environment());
        return migration.start().waitFor();
    }
}
