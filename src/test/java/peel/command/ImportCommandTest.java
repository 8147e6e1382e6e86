package peel.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.unasked;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import peel.importing.DatasetConfig;
import peel.importing.format.Formats;
import peel.launch.Settings;
import peel.report.SampleReport;
import peel.testing.GraphQLClient.Answer;
import peel.testing.NamedPipe;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/**
 * The command line on a database of its own, which holds the bundled dataset and what other tests
 * of this class imported; each test has a force to itself.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "commands"))
class ImportCommandTest {

    private static final Path DATASET = Path.of("src", "main", "resources", "dataset");
    private static final String HEADER =
            "metric,area,from,to,as_at,baseline_from,baseline_to,dimension,dimension_group,value,missing,"
                    + "qualifier,comparability,assessment,publication,url,figure,page,line_from,line_to";

    TestDatabase database;

    @TempDir
    Path directory;

    private record Outcome(int code, String output) {

        JsonNode json() throws Exception {
            return new ObjectMapper().readTree(output);
        }
    }

    private Outcome run(Object... args) throws Exception {
        String[] line = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            line[i] = args[i].toString();
        }
        Command.Parsed parsed = Command.parse(line);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        if (parsed.command().isEmpty()) {
            return new Outcome(parsed.exitCode(), "");
        }
        try (Connection connection = database.connect()) {
            int code = parsed.command()
                    .get()
                    .run(
                            connection,
                            Settings.read(DatasetConfig.class, ReportConfig.class),
                            new PrintStream(output, true, StandardCharsets.UTF_8));
            return new Outcome(code, output.toString(StandardCharsets.UTF_8));
        }
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content);
    }

    private static void assertTotal(JsonNode summary, int inserted, int changed) {
        assertEquals(inserted, summary.at("/total/inserted").asInt(), summary.toString());
        assertEquals(changed, summary.at("/total/changed").asInt(), summary.toString());
    }

    private static int revision() {
        return query(unasked("{ dataset { revision } }")).number("dataset.revision");
    }

    @Test
    void changesNothingWhenEveryExportIsImportedBeforeAndAfterAReport() throws Exception {
        assertExportsChangeNothing(Files.createDirectory(directory.resolve("before")));
        assertEquals(
                0,
                run(
                                "import",
                                file(
                                        "r.txt",
                                        SampleReport.of("Surrey Police", "Surrey")
                                                .text()))
                        .code());
        assertExportsChangeNothing(Files.createDirectory(directory.resolve("after")));
    }

    private void assertExportsChangeNothing(Path folder) throws Exception {
        for (String name : Formats.names()) {
            Path file = folder.resolve(name + ".csv");
            assertEquals(0, run("export", name, "--output", file).code());
            assertTrue(Files.size(file) > 40, name);
        }
        int revision = revision();
        Outcome outcome = run("import", "--json", folder);
        assertEquals(0, outcome.code(), outcome.output());
        assertEquals(18, outcome.json().at("/total/files").asInt());
        assertTotal(outcome.json(), 0, 0);
        assertTrue(outcome.json().at("/total/unchanged").asInt() > 2000);
        assertEquals(revision, revision());
    }

    @Test
    void storesAReportWithItsPlacesAndChangesNothingTheSecondTime() throws Exception {
        Path report = file(
                "dorset.txt",
                SampleReport.of("Dorset Police", "Dorset")
                        .grade(2, "Inadequate")
                        .text());
        Outcome first = run("import", "--json", report);
        assertEquals(0, first.code(), first.output());
        assertEquals(1, first.json().at("/files/0/tables/report/inserted").asInt());
        String judgments = """
                { force(name: "dorset") { judgments(cycle: "2015", pillar: EFFECTIVENESS, question: "investigate") {
                    grade revisions { grade } source { file quotation publication { title } } } } }
                """;
        var answer = query(unasked(judgments));
        assertEquals("INADEQUATE", answer.at("force.judgments.0.grade"));
        assertEquals("dorset.txt", answer.at("force.judgments.0.source.file"));
        assertTrue(answer.at("force.judgments.0.source.publication.title").contains("Dorset Police"));
        var logged = query(unasked("""
                { changes(filter: {force: ["dorset"], kind: [REPORT]}) {
                    nodes { action file after node { ... on Report { version } } } } }
                """));
        assertEquals(List.of("INSERTED"), logged.all("changes.nodes.action"));
        assertEquals(List.of("dorset.txt"), logged.all("changes.nodes.file"));
        assertEquals(List.of("version 1"), logged.all("changes.nodes.after"));
        assertEquals(List.of("1"), logged.all("changes.nodes.node.version"));
        int revision = revision();
        Outcome second = run("import", "--json", report);
        assertTotal(second.json(), 0, 0);
        Path renamed = Files.copy(report, directory.resolve("renamed.txt"));
        Outcome third = run("import", "--json", renamed);
        assertTotal(third.json(), 0, 0);
        assertEquals(revision, revision());
    }

    @Test
    void createsANewVersionForACorrectedReportAndIgnoresTheOldOneAfterwards() throws Exception {
        Path old =
                file("old.txt", SampleReport.of("Durham Constabulary", "Durham").text());
        run("import", old);
        Path corrected = file(
                "new.txt",
                SampleReport.of("Durham Constabulary", "Durham")
                        .grade(2, "Requires improvement")
                        .text());
        Outcome outcome = run("import", "--json", "--published", "2016-05-01", corrected);
        assertEquals(0, outcome.code(), outcome.output());
        assertEquals(List.of("GOOD", "REQUIRES_IMPROVEMENT"), revisions("durham"));
        assertEquals("GOOD", grade("durham", "2016-04-30"));
        assertEquals("REQUIRES_IMPROVEMENT", grade("durham", "2016-05-01"));

        Outcome again = run("import", "--json", old);
        assertEquals(0, again.code(), again.output());
        assertEquals("2016-05-01", note(again.json()).replaceAll(".*corrected on ([0-9-]+).*", "$1"));
        assertEquals(List.of("GOOD", "REQUIRES_IMPROVEMENT"), revisions("durham"));

        Path third = file(
                "third.txt",
                SampleReport.of("Durham Constabulary", "Durham")
                        .grade(2, "Outstanding")
                        .text());
        Outcome sameDay = run("import", "--json", "--published", "2016-05-01", third);
        assertEquals(3, sameDay.code());
        assertTrue(sameDay.output().contains("must be newer than the stored one"), sameDay.output());
        assertEquals(List.of("GOOD", "REQUIRES_IMPROVEMENT"), revisions("durham"));
    }

    @Test
    void replacesAReportOnThreePillars() throws Exception {
        String text = Files.readString(Path.of("src/test/resources/reports/peel-2018-19-kent.txt"))
                .replace("Kent", "Suffolk")
                .replace("Suffolk Police", "Suffolk Constabulary");
        Path first = file("first.txt", text);
        assertEquals(0, run("import", "--published", "2019-06-01", first).code());
        assertTotal(run("import", "--json", first).json(), 0, 0);
        Path second = file("second.txt", text.replace("include its cells and vans", "include its boats"));
        assertEquals(0, run("import", second).code());
        Answer answer = query(unasked("""
                {
                  reports(filter: { force: "suffolk", cycle: "2018/19" }) { nodes { file } }
                  report(force: "suffolk", cycle: "2018/19", pillar: LEGITIMACY) { versions { file } }
                  findings(filter: { force: "suffolk", cycle: "2018/19", pillar: EFFICIENCY }) {
                    nodes { text source { file } }
                  }
                }
                """));
        assertEquals(List.of("second.txt"), answer.all("reports.nodes.file"));
        assertEquals(List.of("second.txt", "first.txt"), answer.all("report.versions.file"));
        // The bundled dataset has another one.
        assertEquals("The force should include its boats in the model of demand.", answer.at("findings.nodes.0.text"));
        assertEquals("second.txt", answer.at("findings.nodes.0.source.file"));
    }

    @Test
    void holdsBackTheGradeOnWhichSummaryAndChapterDiffer() throws Exception {
        Path report = file(
                "gwent.txt",
                SampleReport.of("Gwent Police", "Gwent")
                        .chapterGrade(2, "Inadequate")
                        .text());
        Outcome outcome = run("import", report);
        assertEquals(4, outcome.code(), outcome.output());
        assertEquals(
                report + ": 4 of 5 grades found",
                outcome.output().lines().findFirst().orElseThrow());
        assertEquals(List.of("overall", "prevent", "soc", "vulnerable"), questionsReadFor("gwent"), outcome.output());
        List<String> remarks = query(unasked("""
                { reports(filter: {force: ["gwent"]}) { nodes { remarks { text } } } }
                """)).all("reports.nodes.0.remarks.text");
        assertEquals(
                1,
                remarks.stream().filter(text -> text.startsWith("held back: ")).count(),
                remarks.toString());
    }

    @Test
    void storesTheRestOfAReportWithoutAChapterOnlyIfAskedTo() throws Exception {
        String whole = SampleReport.of("Cleveland Police", "Cleveland").text();
        String question = "How effective is the force at investigating crime";
        int heading = whole.lastIndexOf(question);
        // The heading may be wrapped, so all of its words go.
        int end = whole.indexOf("?", heading) + 1;
        Path report = file("cleveland.txt", whole.substring(0, heading) + whole.substring(end));
        int revision = revision();
        Outcome refused = run("import", report);
        assertEquals(3, refused.code(), refused.output());
        assertTrue(refused.output().contains("--store-undoubted"), refused.output());
        assertEquals(revision, revision());
        Outcome stored = run("import", "--store-undoubted", report);
        assertEquals(4, stored.code(), stored.output());
        assertTrue(stored.output().contains("in doubt: "), stored.output());
        assertFalse(questionsReadFor("cleveland").contains("investigate"), stored.output());
    }

    /** The questions on effectiveness in 2015 whose judgments were read from the force's file. */
    private static List<String> questionsReadFor(String force) {
        return query(unasked("""
                { force(name: "%s") { judgments(cycle: "2015", pillar: EFFECTIVENESS) { question { code } source { file } } } }
                """.formatted(force))).each("force.judgments").stream()
                .filter(judgment -> judgment.at("source.file").equals(force + ".txt"))
                .map(judgment -> judgment.at("question.code"))
                .sorted()
                .toList();
    }

    private static String note(JsonNode summary) {
        return summary.at("/files/0/notes/0").asText();
    }

    private static List<String> revisions(String force) {
        return query(unasked(
                        "{ force(name: \"%s\") { judgments(cycle: \"2015\", pillar: EFFECTIVENESS, question: \"investigate\") { revisions { grade } } } }"
                                .formatted(force)))
                .all("force.judgments.revisions.grade");
    }

    private static String grade(String force, String day) {
        return query(unasked(
                        "{ force(name: \"%s\") { judgments(cycle: \"2015\", pillar: EFFECTIVENESS, question: \"investigate\", asOf: \"%s\") { grade } } }"
                                .formatted(force, day)))
                .at("force.judgments.0.grade");
    }

    @Test
    void createsAVersionFromTodayForAChangedCsvAndRefusesContradictingHistory() throws Exception {
        String header = Files.readAllLines(DATASET.resolve("judgments.csv")).get(0);
        String row =
                "gwent,2015,EFFECTIVENESS,overall,GRADED,%s,,,,GRADE_STATED,%s,%s,,,,hmicfrs-peel-2015-pages,,,,,,,,,,\n";
        Path changed = file("j.csv", header + "\n" + row.formatted("INADEQUATE", "", ""));
        Outcome outcome = run("import", "--json", changed);
        assertEquals(0, outcome.code(), outcome.output());
        assertTotal(outcome.json(), 0, 1);
        assertTotal(run("import", "--json", changed).json(), 0, 0);
        assertEquals(
                LocalDate.now(ZoneOffset.UTC).toString(),
                value(
                        "select known_from from judgment j join force f on f.id = j.force_id where slug = 'gwent'"
                                + " and cycle = '2015' and pillar = 'EFFECTIVENESS' and question_code = 'overall' and known_to is null"));
        Path history = file("h.csv", header + "\n" + row.formatted("OUTSTANDING", "", "2016-01-01"));
        Outcome refused = run("import", "--json", history);
        assertEquals(3, refused.code());
        assertTrue(
                refused.output().contains("h.csv, line 2, column known_from: the version contradicts"),
                refused.output());
    }

    @Test
    void collectsErrorsAndImportsTheOtherFiles() throws Exception {
        StringBuilder bad = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < 130; i++) {
            bad.append("crime.rate,atlantis,2014-07-01,2015-06-30,,,,Fraud,,1,,EXACT,,,hearsay,,,,,\n");
        }
        Path folder = Files.createDirectory(directory.resolve("mixed"));
        Files.writeString(folder.resolve("a.csv"), bad);
        Files.writeString(
                folder.resolve("b.csv"),
                "\uFEFF"
                        + HEADER
                        + ",file,quotation,contradiction\r\n"
                        + "new.metric,kent,2014-07-01,2015-06-30,,,,,,5.50,,EXACT,,,new-paper,,,,,,x.pdf,\"five, \"\"5.50\"\"\",\r\n");
        // Sorted by name they would come after what refers to them.
        Files.writeString(
                folder.resolve("y.csv"),
                "code,name,unit,basis,type,denominator,definition,parent\nnew.metric,New,COUNT,FLOW,WORKFORCE,,New.,\n");
        Files.writeString(
                folder.resolve("z.csv"), "code,title,publisher,published,url,kind\nnew-paper,New,Us,2020,,NEWS\n");
        Files.writeString(folder.resolve("note.md"), "Not looked at.");
        Outcome outcome = run("import", "--json", folder, directory.resolve("gone.csv"));
        assertEquals(3, outcome.code());
        JsonNode files = outcome.json().get("files");
        assertEquals(5, files.size());
        assertEquals(130, files.get(0).get("errorCount").asInt());
        assertEquals(100, files.get(0).get("errors").size());
        assertTrue(
                files.get(0)
                        .get("errors")
                        .get(0)
                        .asText()
                        .startsWith("a.csv, line 2, column area: \"atlantis\" is not one of "),
                outcome.output());
        assertFalse(files.get(1).get("refused").asBoolean(), outcome.output());
        assertTrue(files.get(4).get("errors").get(0).asText().contains("there is no such file"));
        assertEquals(
                "5.50 five, \"5.50\"",
                value("select value || ' ' || source_quotation from observation o join metric m on m.id = o.metric_id"
                        + " where m.code = 'new.metric'"));
    }

    @Test
    void refusesTwoReportsOnOneInspectionButNotTheSameReportTwice() throws Exception {
        Path one = file("one.txt", SampleReport.of("Essex Police", "Essex").text());
        Path two = file(
                "two.txt",
                SampleReport.of("Essex Police", "Essex").overall("Inadequate").text());
        Outcome outcome = run("import", "--json", one, two);
        assertEquals(3, outcome.code());
        assertEquals(2, outcome.json().at("/total/refused").asInt());
        for (JsonNode result : outcome.json().get("files")) {
            String error = result.get("errors").get(0).asText();
            assertTrue(error.contains("one.txt") && error.contains("two.txt"), error);
        }
        Outcome same = run("import", "--json", one, file("copy.txt", Files.readString(one)));
        assertEquals(0, same.code(), same.output());
        assertEquals(1, same.json().at("/files/0/tables/report/inserted").asInt());
        assertEquals(0, same.json().at("/files/1/tables/report/inserted").asInt());
    }

    @Test
    void aDryRunReportsChangesAndStoresNothing() throws Exception {
        Map<String, String> before = tables();
        Path report = file(
                "cheshire.txt",
                SampleReport.of("Cheshire Constabulary", "Cheshire").text());
        Path publication = file("p.csv", "code,title,publisher,published,url,kind\ndry,Dry,Us,2020,,NEWS\n");
        Outcome outcome = run("import", "--dry-run", "--json", report, publication);
        assertEquals(0, outcome.code(), outcome.output());
        assertTrue(outcome.json().get("dryRun").asBoolean());
        assertEquals(1, outcome.json().at("/files/1/inserted").asInt());
        assertTrue(outcome.json().at("/files/0/inserted").asInt() > 10);
        assertEquals(before, tables());
    }

    @Test
    void wrongUsageHasItsOwnExitCode() throws Exception {
        assertEquals(2, run("imprt").code());
        assertEquals(2, run("import").code());
        assertEquals(2, run("import", "--fast", "x.csv").code());
        assertEquals(2, run("import", "--published", "tomorrow", "x.csv").code());
        assertEquals(2, run("export", "heraldry").code());
        assertEquals(0, run("import", "--help").code());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesWhatIsNoFileWithoutOpeningIt() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        NamedPipe.create(folder.resolve("pipe.csv"));
        Path text = NamedPipe.create(directory.resolve("pipe.txt"));
        Path link = Files.createSymbolicLink(directory.resolve("link.csv"), folder.resolve("pipe.csv"));
        Path zero = Files.createSymbolicLink(directory.resolve("zero.pdf"), Path.of("/dev/zero"));
        Path socket = directory.resolve("socket.csv");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Outcome outcome = run("import", folder, text, link, zero, socket, "/dev/stdin");
            assertEquals(3, outcome.code());
            for (Path file : List.of(folder.resolve("pipe.csv"), text, link, zero, socket)) {
                assertTrue(outcome.output().contains(file + ": is a pipe, socket or device"), outcome.output());
            }
            assertTrue(outcome.output().contains("; files: 0 imported, 6 refused;"), outcome.output());
        }
        assertEquals(2, run("export", "cycles", "--output", text).code());
        assertEquals(2, run("export", "cycles", "--output=" + link).code());
        assertEquals(2, run("export", "cycles", "--output", "/dev/null").code());
        assertEquals(2, run("export", "cycles", "--output", folder).code());
    }

    @Test
    void showsControlCharactersOfNamesAndCellsAsJsonDoes() throws Exception {
        Path file = file("red\u001b[31m.csv", "force,alias\nkent\u009b2J\u202e,K\n");
        String printed = run("import", file).output();
        assertTrue(printed.contains("red\\u001b[31m.csv: refused"), printed);
        assertTrue(
                printed.contains("column force: \"kent\\u009b2J\\u202e\" (with the invisible character U+009B)"),
                printed);
        Outcome json = run("import", "--json", file);
        assertTrue((printed + json.output()).chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'));
        assertFalse((printed + json.output()).contains("\u202e"));
        // A program reads the name as it is.
        assertEquals(file.toString(), json.json().at("/files/0/file").asText());
    }

    private String value(String sql) throws Exception {
        return column(sql).get(0);
    }

    private Map<String, String> tables() throws Exception {
        Map<String, String> contents = new TreeMap<>();
        for (String name : column(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            contents.put(
                    name,
                    value("select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                            + name
                            + " t"));
        }
        return contents;
    }

    private List<String> column(String sql) throws Exception {
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
