package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A start of the packaged service that must fail: with one line, an exit code, and soon. */
@EnabledIf("peel.LaunchedService#isPackaged")
class BadStartIT {

    /**
     * The documentation promises ten seconds, on an idle machine. While builds and benchmarks ran, a native executable
     * was seen to take that long, and a JVM 25 seconds to reach the failure: there, the bound only finds endless waits.
     */
    private static final long NATIVE_BOUND_SECONDS = 30;

    private static final long JVM_BOUND_SECONDS = 60;

    @TempDir
    Path directory;

    private ScratchDatabase database;

    @BeforeEach
    void create() throws Exception {
        database = ScratchDatabase.create("bad");
    }

    @AfterEach
    void drop() throws Exception {
        database.close();
    }

    @Test
    void refusesADatabaseOfANewerVersion() throws Exception {
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.environment().get("QUARKUS_DATASOURCE_USERNAME"),
                        database.environment().get("QUARKUS_DATASOURCE_PASSWORD"))
                .load()
                .migrate();
        database.execute("""
                insert into flyway_schema_history
                select 1000, '999', 'of the future', type, 'V999__future.sql', 1, installed_by, now(), 1, true
                from flyway_schema_history
                where installed_rank = 1
                """);
        assertRefused(database.environment(), "newer", "QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void refusesADatabaseOfAnotherProgram() throws Exception {
        database.execute("create table customer (id integer)");
        assertRefused(database.environment(), "QUARKUS_DATASOURCE_JDBC_URL");
        assertEquals(
                "1", database.value("select count(*) from information_schema.tables where table_schema = 'public'"));
    }

    @Test
    void refusesAnUnpreparedDatabaseThatTheUserMayOnlyRead() throws Exception {
        String role = "reader_" + database.name();
        database.administrate("create role " + role + " login password 'reader'");
        try {
            assertRefused(
                    database.environment(Map.of(
                            "QUARKUS_DATASOURCE_USERNAME",
                            role,
                            "QUARKUS_DATASOURCE_PASSWORD",
                            "reader",
                            "PEEL_DATABASE_PREPARATION_WAIT",
                            "0S")),
                    "The database " + database.name() + " may only be read by the user " + role,
                    "this version has not prepared it yet",
                    "Run the command migrate");
        } finally {
            database.administrate("drop role " + role);
        }
    }

    @Test
    void refusesAMissingAndAnInvalidCertificate() throws Exception {
        assertRefused(
                database.environment(Map.of(
                        "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", "/nowhere/tls.crt",
                        "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", "/nowhere/tls.key")),
                "/nowhere/tls");
        Path none = Files.writeString(directory.resolve("tls.crt"), "no certificate");
        assertRefused(
                database.environment(Map.of(
                        "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", none.toString(),
                        "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", none.toString())),
                "QUARKUS_HTTP_SSL_CERTIFICATE");
    }

    @Test
    void refusesASettingThatCannotBeParsed() throws Exception {
        assertRefused(
                database.environment(Map.of("PEEL_ENDPOINT_MAX_DEPTH", "deep")), "peel.endpoint.max-depth", "deep");
    }

    @Test
    void refusesMissingTrustedDocuments() throws Exception {
        assertRefused(
                database.environment(Map.of("PEEL_ENDPOINT_TRUSTED_DOCUMENTS", "/nowhere/manifest.json")),
                "peel.endpoint.trusted-documents",
                "/nowhere/manifest.json");
    }

    @Test
    @NeedsEmbeddedPostgres
    void refusesADataFolderThatCannotBeWritten() throws Exception {
        // Nobody can create a folder there, not even root.
        assertRefused(Map.of("PEEL_EMBEDDED_DATA_FOLDER", "/proc/peel"), "/proc/peel");
    }

    private void assertRefused(Map<String, String> environment, String... parts) throws Exception {
        long begin = System.nanoTime();
        LaunchedService service = LaunchedService.run(directory, environment);
        assertEquals(1, service.awaitEnd());
        long seconds = (System.nanoTime() - begin) / 1_000_000_000;
        List<String> output = service.output();
        List<String> messages = output.stream()
                .filter(line -> line.startsWith("peel-graphql: "))
                .toList();
        assertEquals(1, messages.size(), output.toString());
        List.of(parts).forEach(part -> assertTrue(messages.get(0).contains(part), messages.get(0)));
        assertTrue(
                output.stream().noneMatch(line -> line.startsWith("\tat ") || line.contains(" ERROR [")),
                output.toString());
        long bound = LaunchedService.isNative() ? NATIVE_BOUND_SECONDS : JVM_BOUND_SECONDS;
        assertTrue(seconds < bound, seconds + " s");
    }
}
