package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import peel.testing.Eventually;

/** A release that runs at the same time as the last one or a second time. */
@EnabledIf("peel.LaunchedService#isPackaged")
class UpgradeIT {

    /** The schema version of the first release. Later versions may only add to it. */
    private static final int RELEASED = 2;

    /** The columns of the last release's tables, on which its statements rely. */
    private static final String COLUMNS = """
            select table_name || '.' || column_name || ' ' || udt_name from information_schema.columns
            where table_schema = 'public' and table_name <> 'flyway_schema_history'
            """;

    /** Columns without which the last release's inserts fail. */
    private static final String REQUIRED = """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and is_nullable = 'NO' and column_default is null and is_identity = 'NO'
              and is_generated = 'NEVER'
            """;

    @TempDir
    Path directory;

    @Test
    void dropsNothingThatTheLastReleaseUses() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create("additive")) {
            migrate(database, Integer.toString(RELEASED));
            for (String version : versionsAfter(database)) {
                List<String> columns = all(database, COLUMNS);
                List<String> required = all(database, REQUIRED);
                List<String> tables =
                        columns.stream().map(c -> c.split("\\.")[0]).distinct().toList();
                migrate(database, version);
                List<String> missing = new ArrayList<>(columns);
                missing.removeAll(all(database, COLUMNS));
                assertEquals(List.of(), missing, "V" + version + " drops or changes columns");
                List<String> newlyRequired = new ArrayList<>(all(database, REQUIRED));
                newlyRequired.removeAll(required);
                newlyRequired.removeIf(column -> !tables.contains(column.split("\\.")[0]));
                assertEquals(List.of(), newlyRequired, "V" + version + " requires new columns in existing tables");
            }
        }
    }

    @Test
    void letsTheLastReleaseReadAndImportWhileItMigratesAndServes() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create("rolling")) {
            List<String> versions = versionsAfter(database);
            // The version before the latest.
            migrate(database, versions.get(versions.size() - 2));
            List<String> tables = all(
                    database,
                    "select distinct table_name from information_schema.tables where table_schema = 'public'");
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger rounds = new AtomicInteger();
            AtomicReference<Exception> failure = new AtomicReference<>();
            Thread old = new Thread(() -> readUntil(stop, database, tables, rounds, failure), "old");
            old.start();
            try (LaunchedService service = LaunchedService.run(directory, database.environment())) {
                service.awaitReady();
                int before = rounds.get();
                // As the last release's importer does.
                database.execute(
                        "insert into dataset_revision (revision, origin) select max(revision) + 1, 'old' from dataset_revision");
                Eventually.holds(() -> service.ask("{\"query\": \"{ dataset { revision } }\"}")
                        .get()
                        .body()
                        .contains("\"revision\":2"));
                Eventually.holds(() -> rounds.get() > before);
            } finally {
                stop.set(true);
                old.join();
            }
            assertNull(failure.get(), () -> failure.get().toString());
            assertTrue(rounds.get() > 1, rounds + " rounds");
        }
    }

    @Test
    void migratesAndLoadsAnEmptyDatabaseOnceWhenTwoServicesStartAtOnce() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create("pair");
                LaunchedService first = LaunchedService.run(directory, database.environment());
                LaunchedService second = LaunchedService.run(directory, database.environment())) {
            first.awaitReady();
            second.awaitReady();
            assertEquals("1", database.value("select count(*) from dataset_revision"));
            String query = "{\"query\": \"{ forces { totalCount } }\"}";
            assertTrue(first.ask(query).get().body().contains("43"));
            assertTrue(second.ask(query).get().body().contains("43"));
        }
    }

    private static void readUntil(
            AtomicBoolean stop,
            ScratchDatabase database,
            List<String> tables,
            AtomicInteger rounds,
            AtomicReference<Exception> failure) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // As a request's time limit.
            statement.execute("set statement_timeout = '10s'");
            while (!stop.get()) {
                for (String table : tables) {
                    statement
                            .executeQuery("select * from " + table + " limit 100")
                            .close();
                }
                connection.commit();
                rounds.incrementAndGet();
            }
        } catch (SQLException e) {
            failure.set(e);
        }
    }

    private static List<String> versionsAfter(ScratchDatabase database) {
        return Arrays.stream(flyway(database, "latest").info().all())
                .map(MigrationInfo::getVersion)
                .map(Object::toString)
                .filter(version -> Integer.parseInt(version) > RELEASED)
                .toList();
    }

    private static void migrate(ScratchDatabase database, String version) {
        flyway(database, version).migrate();
    }

    private static Flyway flyway(ScratchDatabase database, String target) {
        return Flyway.configure()
                .dataSource(
                        database.url(),
                        database.environment().get("QUARKUS_DATASOURCE_USERNAME"),
                        database.environment().get("QUARKUS_DATASOURCE_PASSWORD"))
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private static List<String> all(ScratchDatabase database, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
