package peel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
    void loadsTheDatasetWhileSomebodyReadsItsEmptyTables() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create("read")) {
            migrate(database, "latest");
            String indexes = "select count(*) from pg_indexes where tablename = 'observation'";
            String before = database.value(indexes);
            try (Connection reader = database.connect();
                    Statement statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.executeQuery("select * from observation").close();
                try (LaunchedService service = LaunchedService.run(directory, database.environment())) {
                    service.awaitReady();
                }
            }
            assertEquals("1", database.value("select count(*) from dataset_revision"));
            assertEquals(before, database.value(indexes));
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

    /** What clients see of a table, whatever generated keys its rows have. */
    private static final Map<String, String> VISIBLE = Map.of(
            "judgment", """
                    select (to_jsonb(t) - 'publication_id' || jsonb_build_object('publication', p.code))::text
                    from judgment t join publication p on p.id = t.publication_id
                    """,
            "monitoring_event", """
                    select (to_jsonb(t) - 'publication_id' || jsonb_build_object('publication', p.code))::text
                    from monitoring_event t join publication p on p.id = t.publication_id
                    """,
            "observation", """
                    select (to_jsonb(t) - '{publication_id,metric_id,area_id}'::text[]
                            || jsonb_build_object('publication', p.code, 'metric', m.code, 'area', a.code))::text
                    from observation t
                    join publication p on p.id = t.publication_id
                    join metric m on m.id = t.metric_id
                    join area a on a.id = t.area_id
                    """,
            "question", """
                    select (to_jsonb(t) - 'publication_id' || jsonb_build_object('publication', p.code))::text
                    from question t join publication p on p.id = t.publication_id
                    """,
            "stated_comparison", "select to_jsonb(t)::text from stated_comparison t",
            "withdrawn_row", "select to_jsonb(t)::text from withdrawn_row t");

    /** The user corrects three judgments, of which the dataset of today has two otherwise, and imports one as it is. */
    private static final String OWN_JUDGMENTS = """
            force,cycle,pillar,question,state,grade,carried_over_from,narrative,note,basis,known_from,known_to,\
            stated_direction,stated_year,stated_grade,publication,url,figure,page,line_from,line_to,file,quotation
            northamptonshire,2017,LEGITIMACY,overall,GRADED,INADEQUATE,,,own,PROSE,2018-01-10,,,,,wired-gov,,,,,,,
            essex,2018/19,EFFECTIVENESS,investigate,GRADED,INADEQUATE,,,own,PROSE,,,,,,wired-gov,,,,,,,
            kent,2016,EFFECTIVENESS,overall,GRADED,INADEQUATE,,,own,PROSE,2018-01-10,,,,,wired-gov,,,,,,,
            kent,2015,EFFICIENCY,overall,GRADED,GOOD,,,own,PROSE,,,,,,wired-gov,,,,,,kent.txt,Good.
            """.replace("\\\n", "");

    /** A correction of a figure that the dataset of today takes from elsewhere. */
    private static final String OWN_FIGURES = """
            metric,area,from,to,as_at,baseline_from,baseline_to,dimension,dimension_group,value,missing,qualifier,\
            comparability,assessment,publication,url,figure,page,line_from,line_to
            population.resident,essex,,,2015-06-30,,,,,1234567,,EXACT,own,,ons-population-police-forces-2009-2019,,,,,
            """.replace("\\\n", "");

    @Test
    void givesADatabaseOfAnEarlierReleaseTheAnswersOfAFreshOneAndKeepsWhatItsUserImported() throws Exception {
        try (ScratchDatabase upgraded = ScratchDatabase.create("upgraded");
                ScratchDatabase fresh = ScratchDatabase.prepared("fresh")) {
            Path earlier = unzip(Path.of("src/test/resources/dataset-8740c8d.zip"), directory.resolve("earlier"));
            start(upgraded.environment(Map.of("PEEL_DATASET_FOLDER", earlier.toString())));
            assertEquals("810", upgraded.value("select count(*) from judgment"));
            importInto(
                    upgraded.environment(Map.of("PEEL_DATASET_FOLDER", earlier.toString())),
                    Files.writeString(directory.resolve("judgments.csv"), OWN_JUDGMENTS),
                    Files.writeString(directory.resolve("figures.csv"), OWN_FIGURES));
            start(upgraded.environment());
            for (Map.Entry<String, String> table : VISIBLE.entrySet()) {
                List<String> own = all(upgraded, table.getValue());
                List<String> lost = all(fresh, table.getValue());
                Set<String> both = new HashSet<>(own);
                // Of sets: a list would be searched for each of tens of thousands of rows.
                own.removeAll(new HashSet<>(lost));
                lost.removeAll(both);
                switch (table.getKey()) {
                    case "judgment" -> {
                        // The user's four, and the two versions that the user's corrections closed.
                        assertEquals(6, own.size(), own.toString());
                        assertEquals(4, lost.size(), lost.toString());
                    }
                    case "observation" -> {
                        assertEquals(1, own.size(), own.toString());
                        assertTrue(own.get(0).contains("1234567"), own.get(0));
                        assertEquals(List.of(), lost);
                    }
                    default -> {
                        assertEquals(List.of(), own, table.getKey());
                        assertEquals(List.of(), lost, table.getKey());
                    }
                }
            }
            assertEquals("2017-03-02", upgraded.value("""
                            select j.shown_from from judgment j join force f on f.id = j.force_id
                            where f.slug = 'kent' and j.cycle = '2016' and j.pillar = 'EFFECTIVENESS'
                              and j.question_code = 'overall' and j.known_to = '2018-01-10'
                            """));
            // In the order of versions: our error is not shown as the inspectorate's.
            assertEquals(List.of("TO_BE_GRADED", "INADEQUATE"), versions(upgraded, "northamptonshire", "LEGITIMACY"));
            assertEquals(List.of("REQUIRES_IMPROVEMENT"), versions(upgraded, "northamptonshire", "EFFECTIVENESS"));
            assertEquals(List.of("GOOD"), versions(upgraded, "south-yorkshire", "EFFECTIVENESS"));
            assertEquals("INADEQUATE own", upgraded.value("""
                            select j.grade || ' ' || j.note from judgment j join force f on f.id = j.force_id
                            where f.slug = 'essex' and j.cycle = '2018/19' and j.pillar = 'EFFECTIVENESS'
                              and j.question_code = 'investigate'
                            """));
            assertEquals("own 2015-10-20", upgraded.value("""
                            select j.note || ' ' || j.shown_from from judgment j join force f on f.id = j.force_id
                            where f.slug = 'kent' and j.cycle = '2015' and j.pillar = 'EFFICIENCY'
                              and j.question_code = 'overall' and j.known_to is null
                            """));
        }
    }

    /** The versions of an overall judgment of 2017, oldest first. */
    private static List<String> versions(ScratchDatabase database, String force, String pillar) throws SQLException {
        return all(database, """
                select coalesce(j.grade, j.state) from judgment j join force f on f.id = j.force_id
                where f.slug = '%s' and j.cycle = '2017' and j.pillar = '%s' and j.question_code = 'overall'
                order by j.order_key
                """.formatted(force, pillar));
    }

    private static Path unzip(Path archive, Path folder) throws IOException {
        Files.createDirectory(folder);
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Files.copy(entries, folder.resolve(entry.getName()));
            }
        }
        return folder;
    }

    private void start(Map<String, String> environment) throws Exception {
        try (LaunchedService service = LaunchedService.run(directory, environment)) {
            service.awaitReady();
        }
    }

    private void importInto(Map<String, String> environment, Path... files) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(LaunchedService.command());
        builder.command().add("import");
        for (Path file : files) {
            builder.command().add(file.toString());
        }
        Path output = directory.resolve("import.txt");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("PEEL_"));
        builder.environment().putAll(environment);
        assertEquals(0, builder.start().waitFor(), () -> {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                return e.toString();
            }
        });
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
