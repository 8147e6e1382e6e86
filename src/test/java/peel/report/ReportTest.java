package peel.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.reading.layout.PassageKind.PARAGRAPH;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;
import static peel.testing.GraphQLClient.unasked;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** Imported reports, whole and in parts. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "reports"))
class ReportTest {

    private static final String KENT = "report(force: \"Kent Police\", cycle: \"2015\", pillar: EFFECTIVENESS)";

    TestDatabase database;

    @BeforeEach
    void store() throws SQLException {
        try (Connection connection = database.connect()) {
            StoredReports.store(connection, KentReport.first().reading());
        }
    }

    @Test
    void returnsTheTextAsPrinted() {
        assertEquals(
                KentReport.first().text(),
                query("{ %s { text } }".formatted(KENT)).at("report.text"));
    }

    @Test
    void returnsTheLinesAroundAPlaceWithTheirPages() {
        Answer report = query("{ %s { lines(from: 6, to: 9) { number filePage text } all: lines { number } } }"
                        .formatted(KENT))
                .each("report")
                .get(0);
        assertEquals(List.of("6", "7", "8", "9"), report.all("lines.number"));
        assertEquals(List.of("1", "1", "1", "2"), report.all("lines.filePage"));
        assertEquals(" ".repeat(44), report.at("lines.0.text"));
        assertEquals("Figures", report.at("lines.3.text"));
        assertEquals(
                KentReport.first().text().split("\n").length,
                report.all("all.number").size());
        assertEquals(
                List.of(),
                query("{ %s { lines(from: 999) { number } } }".formatted(KENT)).all("report.lines.number"));
    }

    @Test
    void hasTitleFileForceInspectionAndPublication() {
        Answer report = query("""
                {
                  %s {
                    title part file sha256 format version importedAt supersededAt
                    force { slug }
                    inspection { pillar cycle { code } reports { title } }
                    publication { publisher published report { version } }
                  }
                }
                """.formatted(KENT)).each("report").get(0);
        assertEquals("PEEL: Police effectiveness 2015 - kent", report.at("title"));
        assertEquals("kent.txt", report.at("file"));
        assertEquals("TEXT", report.at("format"));
        assertEquals("null", report.at("part"));
        assertEquals("null", report.at("supersededAt"));
        assertTrue(report.at("sha256").matches("[0-9a-f]{64}"));
        assertEquals("kent", report.at("force.slug"));
        assertEquals("EFFECTIVENESS", report.at("inspection.pillar"));
        assertEquals("2015", report.at("inspection.cycle.code"));
        assertTrue(report.all("inspection.reports.title").contains(report.at("title")));
        assertEquals("HMIC", report.at("publication.publisher"));
        assertEquals("2016-02", report.at("publication.published"));
        assertEquals("1", report.at("publication.report.version"));
    }

    @Test
    void hasSectionsWithTheirQuestionsAndPassages() {
        Answer report = query("""
                {
                  %s {
                    sections {
                      level heading lineFrom lineTo question { code }
                      passages { kind number text lineFrom lineTo filePage page }
                      bullets: passages(kind: [BULLET]) { text finding { kind ordinal text } }
                    }
                  }
                }
                """.formatted(KENT)).each("report").get(0);
        assertEquals(List.of("1", "1", "2", "2"), report.all("sections.level"));
        assertEquals(List.of("null", "prevent", "prevent", "prevent"), report.all("sections.question.code"));
        assertEquals(List.of("1", "3", "9", "17"), report.all("sections.lineFrom"));
        assertEquals("Overview", report.at("sections.0.heading"));
        Answer wardens = report.each("sections.1.passages").get(0);
        assertEquals(
                "Neighbourhood wardens walk their beats every week, and burglary fell by a tenth in the year to June 2015."
                        + " Burglary is counted for each household.",
                wardens.at("text"));
        assertEquals("4", wardens.at("lineFrom"));
        assertEquals("5", wardens.at("lineTo"));
        assertEquals("null", wardens.at("page"));
        assertEquals("5", report.at("sections.2.passages.0.page"));
        assertEquals("2", report.at("sections.2.passages.0.filePage"));
        assertEquals("Kent\t4,120\t2.3", report.at("sections.2.passages.2.text"));
        assertEquals(
                List.of("The force should tell wardens at once of each burglary."),
                report.all("sections.bullets.text"));
        assertEquals("AREA_FOR_IMPROVEMENT", report.at("sections.3.bullets.0.finding.kind"));
    }

    @Test
    void linksAMarkToItsFootnoteAndBack() {
        Answer footnote = query("""
                {
                  %s {
                    footnotes {
                      number text lineFrom
                      markedAt { offset line passage { text footnoteMarks { number footnote { number } } } }
                    }
                  }
                }
                """.formatted(KENT)).each("report.footnotes").get(0);
        assertEquals("1", footnote.at("number"));
        assertEquals("A household is one person or more who share a kitchen.", footnote.at("text"));
        assertEquals("5", footnote.at("markedAt.line"));
        String before =
                footnote.at("markedAt.passage.text").substring(0, Integer.parseInt(footnote.at("markedAt.offset")));
        assertTrue(before.endsWith("the year to June 2015."), before);
        assertEquals("1", footnote.at("markedAt.passage.footnoteMarks.footnote.number"));
    }

    @Test
    void hasFiguresWithTheirStatusAndRows() {
        List<Answer> figures = query("""
                {
                  %s { figures { label caption source notes status lineFrom lineTo rows { line cells } observations { value } } }
                }
                """.formatted(KENT)).each("report.figures");
        assertEquals(2, figures.size());
        Answer table = figures.get(0);
        assertEquals("Figure 2", table.at("label"));
        assertEquals("Figure 2: Burglaries in the 12 months to 30 June 2015", table.at("caption"));
        assertEquals("Source: the force’s own count", table.at("source"));
        assertEquals(List.of("* per 1,000 households"), table.all("notes"));
        assertEquals("TABLE", table.at("status"));
        assertEquals("10", table.at("lineFrom"));
        assertEquals("15", table.at("lineTo"));
        assertEquals(List.of("11", "12", "13"), table.all("rows.line"));
        assertEquals(List.of("Kent", "4,120", "2.3"), table.all("rows.1.cells"));
        assertEquals(List.of("     of these at night", "1,001", ""), table.all("rows.2.cells"));
        assertEquals("CHART_LOST", figures.get(1).at("status"));
        assertEquals(List.of(), figures.get(1).all("rows.line"));
        assertEquals("null", figures.get(1).at("source"));
    }

    @Test
    void hasContradictionsWithBothPlacesAndTheTextNotUnderstood() {
        List<Answer> remarks = query("""
                {
                  %s {
                    remarks {
                      kind text
                      place { lineFrom lineTo page figure quotation }
                      other { lineFrom quotation }
                    }
                  }
                }
                """.formatted(KENT)).each("report.remarks");
        assertEquals("CONTRADICTION", remarks.get(0).at("kind"));
        assertEquals("11", remarks.get(0).at("place.lineFrom"));
        assertEquals("Figure 1", remarks.get(0).at("place.figure"));
        assertEquals("4", remarks.get(0).at("other.lineFrom"));
        assertTrue(remarks.get(0).at("other.quotation").startsWith("Neighbourhood wardens"));
        assertEquals("NOT_UNDERSTOOD", remarks.get(1).at("kind"));
        assertEquals("There were 17 of the others.", remarks.get(1).at("text"));
        assertEquals("null", remarks.get(1).at("other"));
    }

    @Test
    void keepsOlderVersionsReadable() throws SQLException {
        try (Connection connection = database.connect()) {
            StoredReports.store(
                    connection, report("lincolnshire", "The first sentence.").reading());
            StoredReports.store(
                    connection, report("lincolnshire", "The changed sentence.").reading());
        }
        Answer report = query(unasked("""
                {
                  report(force: "lincolnshire", cycle: "2015", pillar: EFFECTIVENESS) {
                    version text
                    versions { id version text supersededAt sections { passages { text } } }
                  }
                }
                """)).each("report").get(0);
        assertEquals("2", report.at("version"));
        assertEquals("Overview\nThe changed sentence.", report.at("text"));
        assertEquals(List.of("2", "1"), report.all("versions.version"));
        assertEquals("The first sentence.", report.at("versions.1.sections.0.passages.0.text"));
        assertEquals("null", report.at("versions.0.supersededAt"));
        assertFalse(report.at("versions.1.supersededAt").equals("null"));
        // An old version is still there under its id.
        assertEquals(
                "1",
                query(
                                "query ($id: ID!) { node(id: $id) { ... on Report { version } } }",
                                Map.of("id", report.at("versions.1.id")))
                        .at("node.version"));
    }

    @Test
    void isNullWhereNoReportWasImported() {
        Answer answer = query("""
                {
                  none: report(force: "kent", cycle: "2014", pillar: EFFECTIVENESS) { id }
                  nobody: report(force: "Camelot", cycle: "2015", pillar: EFFECTIVENESS) { id }
                  part: report(force: "kent", cycle: "2015", pillar: EFFECTIVENESS, part: "Vulnerability") { id }
                  withoutPillar: report(force: "kent", cycle: "2015") { id }
                }
                """);
        for (String name : List.of("none", "nobody", "part", "withoutPillar")) {
            assertEquals("null", answer.at(name));
        }
        String message = refusal("{ report(force: \"kent\", cycle: \"1999\") { id } }");
        assertTrue(message.startsWith("There is no cycle \"1999\". Known: 2014, 2015"), message);
    }

    @Test
    void distinguishesTheReportOnAPartFromTheReportOnTheWhole() throws SQLException {
        try (Connection connection = database.connect()) {
            StoredReports.store(
                    connection, report("devon-and-cornwall", "All of it.").reading());
            StoredReports.store(
                    connection,
                    report("devon-and-cornwall", "A part of it.")
                            .part("Vulnerability")
                            .reading());
        }
        Answer answer = query(unasked("""
                {
                  whole: report(force: "devon-and-cornwall", cycle: "2015", pillar: EFFECTIVENESS) { text }
                  part: report(force: "devon-and-cornwall", cycle: "2015", pillar: EFFECTIVENESS, part: "vulnerability") { part text }
                  reports(filter: {force: ["devon-and-cornwall"]}) { totalCount nodes { part } }
                }
                """));
        assertEquals("Overview\nAll of it.", answer.at("whole.text"));
        assertEquals("Overview\nA part of it.", answer.at("part.text"));
        assertEquals(List.of("null", "Vulnerability"), answer.all("reports.nodes.part"));
        assertEquals(2, answer.number("reports.totalCount"));
    }

    @Test
    void isListedAndFiltered() {
        Answer answer = query(unasked("""
                {
                  force: reports(filter: {force: ["kent"], cycle: ["2015"], pillar: [EFFECTIVENESS]}) { nodes { file } totalCount }
                  pillar: reports(filter: {force: ["kent"], pillar: [LEGITIMACY]}) { totalCount }
                  all: reports { nodes { force { slug } } }
                }
                """));
        assertEquals(List.of("kent.txt"), answer.all("force.nodes.file"));
        assertEquals(0, answer.number("pillar.totalCount"));
        List<String> forces = answer.all("all.nodes.force.slug");
        assertTrue(forces.contains("kent"));
        assertEquals(forces.stream().sorted().toList(), forces);
        String message = refusal("{ reports(filter: {force: [\"Camelot\"]}) { totalCount } }");
        assertTrue(message.startsWith("There is no force \"Camelot\". Known: "), message);
    }

    @Test
    void isFetchedWithItsPartsByTheirIds() {
        Answer report = query("{ %s { id sections { id passages { id } } figures { id } } }".formatted(KENT))
                .each("report")
                .get(0);
        List<String> ids = List.of(
                report.at("id"),
                report.at("sections.1.id"),
                report.at("sections.1.passages.0.id"),
                report.at("figures.0.id"));
        Answer again = query("""
                query ($ids: [ID!]!) {
                  nodes(ids: $ids) {
                    __typename
                    ... on ReportSection { report { file } }
                    ... on ReportPassage { section { heading } report { file } }
                    ... on ReportFigure { label report { file } }
                  }
                }
                """, Map.of("ids", ids));
        assertEquals(
                List.of("Report", "ReportSection", "ReportPassage", "ReportFigure"), again.all("nodes.__typename"));
        assertEquals("kent.txt", again.at("nodes.2.report.file"));
        assertEquals(report.all("id").size(), 1);
    }

    @Test
    void refusesTheTextOfAllReportsAtOnce() throws SQLException {
        try (Connection connection = database.connect()) {
            for (String force : List.of(
                    "essex",
                    "dorset",
                    "gwent",
                    "norfolk",
                    "suffolk",
                    "cumbria",
                    "surrey",
                    "sussex",
                    "merseyside",
                    "hampshire")) {
                StoredReports.store(connection, report(force, "Nothing new.").reading());
            }
        }
        String message = given().contentType("application/json")
                .body(Map.of("query", unasked("{ reports(first: 11) { nodes { text } } }")))
                .post("/graphql")
                .path("errors[0].message");
        assertTrue(
                message.startsWith("The text of 11 reports was selected; at most 10 at a time are allowed"), message);
        assertEquals(
                10,
                query(unasked("{ reports(first: 10) { nodes { text } } }"))
                        .all("reports.nodes.text")
                        .size());
    }

    private static WrittenReport report(String force, String sentence) {
        return new WrittenReport(force).section(1, "Overview", null).passage(PARAGRAPH, sentence);
    }

    @Test
    void refusesNullInAListOfKinds() {
        given().contentType("application/json")
                .body(Map.of(
                        "query", "{ %s { sections { passages(kind: [BULLET, null]) { text } } } }".formatted(KENT)))
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"))
                .body("errors[0].message", startsWith("There is no kind null. Known: "));
    }

    @Test
    void findsNoPassagesOfNoKind() {
        assertEquals(
                List.of(),
                query("{ %s { sections { passages(kind: []) { text } } } }".formatted(KENT))
                        .all("report.sections.passages.text"));
    }
}
