package peel.command;

import static io.restassured.RestAssured.given;
import static java.util.Collections.reverseOrder;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peel.importing.DatasetConfig;
import peel.launch.Settings;
import peel.report.SampleReport;
import peel.testing.GraphQLClient.Answer;
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
                title file format text
                sections { level heading lineFrom lineTo passages { kind number text page lineFrom lineTo } }
                figures { label caption status } footnotes { number text }
                remarks { kind text place { lineFrom lineTo } }
            } } }
            """,
            """
            { observations(first: 100, filter: {area: ["surrey"]}) {
                totalCount nodes { metric { code } dimension from to asAt value source { file lineFrom } } } }
            """,
            """
            { force(name: "kent") { inspections(cycle: "2018/19") {
                pillar reports { title file text }
                fieldwork { questionCodes from to }
                judgments { question { code pillar } state grade carriedOverFrom { code } source { file lineFrom lineTo } }
                findings { kind ordinal text wording question { code pillar } source { file lineFrom lineTo } }
            } } }
            """,
            "{ search(text: \"risk or crime\", first: 50) { totalCount didYouMean nodes { kind text score lineFrom } } }",
            "{ metrics { code name unit parent { code } } dataset { coverage { cycle { code } forces } } }");

    /** A report on three pillars. */
    private static final Path INTEGRATED = Path.of("src/test/resources/reports/peel-2018-19-kent.txt");

    private static final List<String> PILLARS = List.of("EFFECTIVENESS", "EFFICIENCY", "LEGITIMACY");

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
        run("import", report, INTEGRATED);
        List<String> before = answers();
        Path dump = directory.resolve("dump");
        run("export", "--folder", dump);
        assertArrayEquals(Files.readAllBytes(report), Files.readAllBytes(dump.resolve("surrey.txt")));
        assertArrayEquals(
                Files.readAllBytes(INTEGRATED),
                Files.readAllBytes(dump.resolve(INTEGRATED.getFileName().toString())));

        empty();
        assertEquals(0, query(unasked("{ forces { totalCount } }")).number("forces.totalCount"));
        run("import", dump);
        List<String> after = answers();
        for (int i = 0; i < before.size(); i++) {
            assertEquals(before.get(i), after.get(i), QUESTIONS.get(i));
            assertFalse(before.get(i).contains("\"totalCount\":0"), before.get(i));
        }
    }

    @Test
    void storesAReportOnThreePillarsOnceForThreeInspections() throws Exception {
        run("import", "--published", "2019-06-01", INTEGRATED);
        String text = Files.readString(INTEGRATED);
        String id = query(unasked("{ reports(filter: {force: \"kent\", cycle: \"2018/19\"}) { nodes { id } } }"))
                .all("reports.nodes.id")
                .get(0);
        Map<String, List<String>> judged = Map.of(
                "EFFECTIVENESS",
                List.of(
                        "overall GOOD 40",
                        "prevent GOOD 44",
                        "investigate GOOD 48",
                        "vulnerable REQUIRES_IMPROVEMENT 52",
                        "soc GOOD 56"),
                "EFFICIENCY",
                List.of("overall OUTSTANDING 60", "demand OUTSTANDING 64", "planning OUTSTANDING 68"),
                "LEGITIMACY",
                List.of("overall GOOD 72", "public OUTSTANDING 76", "ethics INADEQUATE 80", "workforce GOOD 84"));
        Map<String, Integer> found = Map.of("EFFECTIVENESS", 3, "EFFICIENCY", 1, "LEGITIMACY", 5);
        for (String pillar : PILLARS) {
            Answer answer = query(unasked("""
                    {
                      report(force: "kent", cycle: "2018/19", pillar: %1$s) {
                        id text inspection { pillar } inspections { pillar }
                      }
                      reports(filter: { force: "kent", cycle: "2018/19", pillar: %1$s }) { nodes { id } }
                      judgments(filter: { force: "kent", cycle: "2018/19", pillar: %1$s }, first: 20) {
                        nodes { grade question { code pillar } source { lineFrom publication { report { id } } } }
                      }
                      findings(filter: { force: "kent", cycle: "2018/19", pillar: %1$s }, first: 20) {
                        nodes { question { pillar } source { publication { report { id } } } }
                      }
                    }
                    """.formatted(pillar)));
            assertEquals(id, answer.at("report.id"));
            assertEquals(text.stripTrailing(), answer.at("report.text").stripTrailing());
            assertEquals("EFFECTIVENESS", answer.at("report.inspection.pillar"));
            assertEquals(PILLARS, answer.all("report.inspections.pillar"));
            assertEquals(List.of(id), answer.all("reports.nodes.id"));
            assertEquals(
                    judged.get(pillar),
                    answer.each("judgments.nodes").stream()
                            .map(judgment -> judgment.at("question.code") + " " + judgment.at("grade") + " "
                                    + judgment.at("source.lineFrom"))
                            .toList());
            assertEquals(Set.of(pillar), Set.copyOf(answer.all("judgments.nodes.question.pillar")));
            assertEquals(Set.of(id), Set.copyOf(answer.all("judgments.nodes.source.publication.report.id")));
            // The bundled dataset has others.
            assertEquals(
                    Collections.nCopies(found.get(pillar), pillar),
                    answer.each("findings.nodes").stream()
                            .filter(finding ->
                                    finding.at("source.publication.report.id").equals(id))
                            .map(finding -> finding.at("question.pillar"))
                            .toList());
        }
        Answer force = query(
                unasked("{ force(name: \"kent\") { inspections(cycle: \"2018/19\") { pillar reports { id } } } }"));
        assertEquals(PILLARS, force.all("force.inspections.pillar"));
        assertEquals(List.of(id, id, id), force.all("force.inspections.reports.id"));
        String page = given().get("/reports/" + id).asString();
        for (String line : List.of("40", "80", "234", "252")) {
            assertTrue(page.contains("href=\"#L" + line + "\">" + line + "</a>"), "a fact at line " + line);
        }
        assertTrue(given().get("/reports?force=kent").asString().contains("EFFECTIVENESS, EFFICIENCY, LEGITIMACY"));
    }

    @Test
    void findsEachPassageOfAReportOnThreePillarsOnceUnderItsPillar() throws Exception {
        run("import", "--published", "2019-06-01", INTEGRATED);
        assertEquals(
                List.of("overall", "demand"),
                questionsOf("ferries", "").stream().sorted(reverseOrder()).toList());
        assertEquals(List.of("overall"), questionsOf("ferries", "EFFECTIVENESS"));
        assertEquals(List.of("demand"), questionsOf("ferries", "EFFICIENCY"));
        assertEquals(List.of(), questionsOf("ferries", "LEGITIMACY"));
        // Before the first chapter.
        String visited = "\\\"visited the force in two weeks\\\"";
        assertEquals(1, questionsOf(visited, "").size());
        assertEquals(0, questionsOf(visited, "EFFECTIVENESS").size());
    }

    /** The questions of the hits in Kent, which are null outside of chapters. */
    private static List<String> questionsOf(String text, String pillar) {
        return query(unasked(
                        "{ search(text: \"%s\", filter: {force: \"kent\", cycle: \"2018/19\"%s}, first: 20) { nodes { question { code } } } }"
                                .formatted(text, pillar.isEmpty() ? "" : ", pillar: " + pillar)))
                .each("search.nodes")
                .stream()
                .map(hit -> hit.at("question.code"))
                .toList();
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
