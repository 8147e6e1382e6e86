package peel.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.unasked;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peel.importing.DatasetConfig;
import peel.launch.Settings;
import peel.report.SampleReport;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** That an export of everything, imported into an empty database, gives the same answers. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "restore"))
class ExportRestoreTest {

    private static final List<String> QUESTIONS = List.of(
            "{ forces(first: 50) { totalCount nodes { slug name aliases monitoring { event on } } } }",
            """
            { force(name: "surrey") {
                judgments { question { code } grade state narrative knownFrom source { file lineFrom lineTo quotation } }
                findings { kind ordinal text wording source { file lineFrom lineTo } }
            } }
            """,
            """
            { reports(first: 5) { totalCount nodes {
                title file format version text
                sections { level heading lineFrom lineTo passages { kind number text page lineFrom lineTo } }
                figures { label caption status } footnotes { number text }
                remarks { kind text place { lineFrom lineTo } }
            } } }
            """,
            """
            { observations(first: 100, filter: {area: ["surrey"]}) {
                totalCount nodes { metric { code } dimension from to asAt value source { file lineFrom } } } }
            """,
            "{ search(text: \"risk or crime\", first: 50) { totalCount didYouMean nodes { kind text score lineFrom } } }",
            "{ metrics { code name unit parent { code } } dataset { coverage { cycle { code } forces } } }");

    TestDatabase database;

    @TempDir
    Path directory;

    private void run(Object... args) throws Exception {
        String[] line = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            line[i] = args[i].toString();
        }
        Command command = Command.parse(line).command().orElseThrow();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Connection connection = database.connect()) {
            int code = command.run(
                    connection,
                    Settings.read(DatasetConfig.class, ReportConfig.class),
                    new PrintStream(output, true, StandardCharsets.UTF_8));
            assertEquals(Command.DONE, code, output.toString(StandardCharsets.UTF_8));
        }
    }

    private static List<String> answers() {
        List<String> answers = new ArrayList<>();
        QUESTIONS.forEach(question -> answers.add(query(unasked(question)).toString()));
        return answers;
    }

    @Test
    void givesTheSameAnswersFromAnEmptyDatabase() throws Exception {
        Path report = Files.writeString(
                directory.resolve("surrey.txt"),
                SampleReport.of("Surrey Police", "Surrey").text().replace("\n", "\r\n"));
        run("import", report);
        List<String> before = answers();
        Path dump = directory.resolve("dump");
        run("export", "--folder", dump);
        assertArrayEquals(Files.readAllBytes(report), Files.readAllBytes(dump.resolve("surrey.txt")));

        empty();
        assertEquals(0, query(unasked("{ forces { totalCount } }")).number("forces.totalCount"));
        run("import", dump);
        List<String> after = answers();
        for (int i = 0; i < before.size(); i++) {
            assertEquals(before.get(i), after.get(i), QUESTIONS.get(i));
            assertFalse(before.get(i).contains("\"totalCount\":0"), before.get(i));
        }
    }

    /** Removes all rows, as if nothing had ever been imported. */
    private void empty() throws Exception {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String sql = """
                    select tablename from pg_tables
                    where schemaname = 'public' and tablename not in ('flyway_schema_history', 'dataset_revision')
                    """;
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            statement.execute("truncate " + String.join(", ", tables));
            // What PostgreSQL knows of a table that it analysed by itself while the first import was running.
            statement.execute("update pg_class set relpages = 1000, reltuples = 0 where oid = 'observation'::regclass");
            statement.execute("insert into dataset_revision (revision, origin) select max(revision) + 1, 'emptied'"
                    + " from dataset_revision");
        }
    }
}
