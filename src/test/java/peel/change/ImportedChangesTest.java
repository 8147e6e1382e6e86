package peel.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;
import static peel.testing.GraphQLClient.unasked;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import peel.importing.CsvFile;
import peel.importing.ImportSession;
import peel.importing.format.Formats;
import peel.importing.input.DatasetException;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** What the log says that imports changed: the values are those of the files. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "changes"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportedChangesTest {

    private static final Path DATASET = Path.of("src", "main", "resources", "dataset");

    private static final String FIELDS = """
            nodes {
              id revision state changedAt kind action format file facts nodeId node { id __typename } force { slug }
              cycle { code } question { code } metric { code } subject before after source { publication { code } }
            } totalCount
            """;

    TestDatabase database;

    @Test
    void logsTheFirstLoadAsOneRowForEachFormat() throws Exception {
        List<String> formats = new ArrayList<>();
        Map<String, Integer> facts = query(
                        "{ dataset { revisions(last: 1) { nodes { imported changes { kind action format facts } } } } }")
                .each("dataset.revisions.nodes.0.changes")
                .stream()
                .peek(change -> assertEquals("INSERTED", change.at("action")))
                .peek(change -> formats.add(change.at("format")))
                .collect(Collectors.toMap(change -> change.at("format"), change -> change.number("facts")));
        assertEquals(new HashSet<>(Formats.names()), facts.keySet());
        assertEquals(Formats.ALL.size(), formats.size());
        for (String format : List.of("forces", "findings", "finding_statuses", "monitoring_events", "metrics")) {
            assertEquals(rows(format), facts.get(format), format);
        }
    }

    /** The rows of a bundled file none of whose cells has a line break. */
    private static int rows(String format) throws Exception {
        return Files.readAllLines(DATASET.resolve(format + ".csv")).size() - 1;
    }

    @Test
    void logsANewAndACorrectedJudgmentAndNothingWhenTheFileComesAgain() throws Exception {
        String state = state();
        String file = """
                force,cycle,pillar,question,state,grade,carried_over_from,narrative,note,basis,known_from,known_to,\
                stated_direction,stated_year,stated_grade,publication,url,figure,page,line_from,line_to
                surrey,2016,EFFECTIVENESS,overall,GRADED,INADEQUATE,,,,GRADE_STATED,2017-04-01,,,,,hmicfrs-peel-2016-pages,,,7,,
                """;
        String before = query("""
                { force(name: "surrey") { judgments(cycle: "2016", pillar: EFFECTIVENESS, question: "overall") { grade } } }
                """).at("force.judgments.0.grade");
        importCsv("surrey.csv", file);
        Answer changes = changesSince(state, "");
        assertEquals(1, changes.number("changes.totalCount"));
        Answer change = changes.each("changes.nodes").get(0);
        assertEquals(
                "JUDGMENT CORRECTED judgments surrey.csv 1", line(change, "kind", "action", "format", "file", "facts"));
        assertEquals("surrey 2016 overall", line(change, "force.slug", "cycle.code", "question.code"));
        assertEquals(
                before.toLowerCase().replace('_', ' ') + " > inadequate",
                change.at("before") + " > " + change.at("after"));
        assertEquals("hmicfrs-peel-2016-pages", change.at("source.publication.code"));
        assertEquals("Judgment", change.at("node.__typename"));
        assertEquals(change.at("nodeId"), change.at("node.id"));
        assertEquals("INADEQUATE", query("""
                query ($id: ID!) { node(id: $id) { ... on Judgment { grade } } }
                """, Map.of("id", change.at("nodeId"))).at("node.grade"));
        assertEquals(state(), change.at("state"));
        assertEquals(
                change.at("id"),
                query("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", change.at("id")))
                        .at("node.id"));

        String after = state();
        importCsv("again.csv", file);
        assertEquals(after, state());
        assertEquals(0, changesSince(after, "").number("changes.totalCount"));
        // Only the page of the source differs.
        importCsv("page.csv", file.replace(",,,7,,", ",,,8,,"));
        Answer page = changesSince(after, "").each("changes.nodes").get(0);
        assertEquals("JUDGMENT CHANGED page.csv", line(page, "kind", "action", "file"));
        assertEquals("inadequate", page.at("after"));
    }

    @Test
    void logsWhatBecameOfARecommendation() throws Exception {
        String state = state();
        importCsv("statuses.csv", """
                force,cycle,pillar,question,kind,ordinal,status,on,comment,publication,url,figure,page,line_from,line_to
                metropolitan,2016,EFFECTIVENESS,soc,RECOMMENDATION,1,COMPLETE,2019-02-01,,hmicfrs-recommendation-register,,,,,
                """);
        Answer change = changesSince(state, "kind: [FINDING_STATUS]")
                .each("changes.nodes")
                .get(0);
        assertEquals(
                "INSERTED metropolitan 2016 soc", line(change, "action", "force.slug", "cycle.code", "question.code"));
        assertEquals("recommendation 1", change.at("subject"));
        assertEquals(
                "being progressed on 2018-11-15 > complete on 2019-02-01",
                change.at("before") + " > " + change.at("after"));
        assertEquals("Finding", change.at("node.__typename"));
    }

    @Test
    void logsAnEventAndItsCorrection() throws Exception {
        String state = state();
        String file = """
                force,event,on,precision,publication,url,figure,page,line_from,line_to
                dorset,ENTERED_ENGAGE,2024-05-01,MONTH,hmicfrs-engage-page,,,,,
                """;
        importCsv("events.csv", file);
        importCsv("events.csv", file.replace("MONTH", "DAY"));
        List<Answer> changes = changesSince(state, "force: [\"dorset\"]").each("changes.nodes");
        assertEquals(
                "CORRECTED entered Engage in 2024-05 entered Engage on 2024-05-01",
                line(changes.get(0), "action", "before", "after"));
        assertEquals(
                "INSERTED null entered Engage in 2024-05 Force",
                line(changes.get(1), "action", "before", "after", "node.__typename"));
    }

    private static final String OBSERVATIONS = """
            metric,area,from,to,as_at,baseline_from,baseline_to,dimension,dimension_group,value,missing,\
            qualifier,comparability,assessment,publication,url,figure,page,line_from,line_to
            """;

    @Test
    void logsEachOfAFewObservationsAndManyTogether() throws Exception {
        String state = state();
        importCsv("few.csv", OBSERVATIONS + incidents("kent", 1, "10") + incidents("kent", 2, "20.0"));
        importCsv("corrected.csv", OBSERVATIONS + incidents("kent", 1, "10.0") + incidents("kent", 2, "20.0"));
        List<Answer> few = changesSince(state, "kind: [OBSERVATION]").each("changes.nodes");
        assertEquals(3, few.size());
        assertEquals("CORRECTED kent asb.incidents", line(few.get(0), "action", "force.slug", "metric.code"));
        assertEquals("10 > 10.0", few.get(0).at("before") + " > " + few.get(0).at("after"));
        assertEquals("1901-01-01 to 1901-12-31", few.get(0).at("subject"));
        assertEquals("INSERTED null 20.0 few.csv", line(few.get(1), "action", "before", "after", "file"));

        state = state();
        String many = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> incidents("essex", i, "5"))
                .collect(Collectors.joining());
        importCsv("many.csv", OBSERVATIONS + many);
        Answer together = changesSince(state, "");
        assertEquals(1, together.number("changes.totalCount"));
        Answer change = together.each("changes.nodes").get(0);
        assertEquals(
                "OBSERVATION INSERTED 101 essex asb.incidents many.csv",
                line(change, "kind", "action", "facts", "force.slug", "metric.code", "file"));
        assertEquals("null null null", line(change, "before", "after", "nodeId"));

        state = state();
        importCsv("many.csv", OBSERVATIONS + many + incidents("sussex", 1, "6"));
        assertEquals(
                "INSERTED 1 sussex 6",
                line(changesSince(state, "").each("changes.nodes").get(0), "action", "facts", "force.slug", "after"));
        assertEquals(1, changesSince(state, "").number("changes.totalCount"));
    }

    private static String incidents(String area, int year, String value) {
        return "asb.incidents,%1$s,%2$d-01-01,%2$d-12-31,,,,,,%3$s,,EXACT,,,peel-effectiveness-2015-bedfordshire,,,,,\n"
                .formatted(area, 1900 + year, value);
    }

    @Test
    void logsComputedObservationsWhosePartsChanged() throws Exception {
        // Residents of Dorset, on which rates of crime are computed.
        String metric = "population.resident";
        Answer stored = query("""
                query ($metric: [String!]) { observations(first: 1, filter: {metric: $metric, area: ["dorset"], from: "2017-06-30", to: "2017-06-30"}) {
                  nodes { value source { publication { code } } } } }
                """, Map.of("metric", List.of(metric)));
        String state = state();
        importCsv(
                "residents.csv",
                OBSERVATIONS
                        + "%s,dorset,,,2017-06-30,,,,,1000,,EXACT,,,%s,,,,,\n"
                                .formatted(metric, stored.at("observations.nodes.0.source.publication.code")));
        List<Answer> changes = changesSince(state, "").each("changes.nodes");
        Answer resident = changes.get(changes.size() - 1);
        assertEquals(
                "CORRECTED population.resident " + stored.at("observations.nodes.0.value") + " 1000",
                line(resident, "action", "metric.code", "before", "after"));
        assertTrue(
                changes.stream()
                        .anyMatch(change -> change.at("metric.code").equals("crime.rate-computed")
                                && change.at("action").equals("CORRECTED")),
                changes.toString());
    }

    @Test
    void logsOneRowForReferenceData() throws Exception {
        String state = state();
        importCsv(
                "metrics.csv",
                "code,name,unit,basis,type,denominator,definition,parent\n"
                        + "test.first,First,COUNT,STOCK,WORKFORCE,,First.,\ntest.second,Second,COUNT,STOCK,WORKFORCE,,Second.,\n");
        List<Answer> changes = changesSince(state, "").each("changes.nodes");
        assertEquals(1, changes.size());
        assertEquals(
                "REFERENCE INSERTED metrics metrics.csv 2",
                line(changes.get(0), "kind", "action", "format", "file", "facts"));
        assertEquals(
                "metrics.csv INSERTED 2",
                line(
                        query(
                                        unasked(
                                                "{ dataset { revisions(first: 1) { nodes { imported changes { action facts } } } } }"))
                                .each("dataset.revisions.nodes")
                                .get(0),
                        "imported",
                        "changes.0.action",
                        "changes.0.facts"));
    }

    @Test
    void logsNothingOfAnImportThatFails() throws Exception {
        String before = value("select count(*) || ' ' || max(position) from dataset_change");
        String state = state();
        String file = OBSERVATIONS + incidents("kent", 90, "1") + incidents("atlantis", 1, "1");
        assertThrows(DatasetException.class, () -> importCsv("bad.csv", file));
        assertEquals(before, value("select count(*) || ' ' || max(position) from dataset_change"));
        assertEquals(state, state());
    }

    // Last, because it forgets what other tests read.
    @Order(Integer.MAX_VALUE)
    @Test
    void forgetsWholeOldImportsAndSaysSoToWhoAsksForThem() throws Exception {
        String old = state();
        importCsv("a.csv", OBSERVATIONS + incidents("wiltshire", 1, "1") + incidents("wiltshire", 2, "1"));
        String middle = state();
        importCsv("b.csv", OBSERVATIONS + incidents("wiltshire", 3, "1"), 2);
        // Three changes, of which two are kept: the two of the first import would be cut in half.
        assertEquals("1", value("select count(*) from dataset_change"));
        assertEquals(1, changesSince(middle, "").number("changes.totalCount"));
        assertEquals(
                "Changes since \"" + old + "\" are not all kept: read the data again, and pass its state next time.",
                refusal(unasked("{ changes(since: \"" + old + "\") { totalCount } }")));
        assertEquals(
                "0",
                query(unasked("{ dataset { revisions(first: 2) { nodes { changes { facts } } } } }"))
                                .each("dataset.revisions.nodes")
                                .get(1)
                                .each("changes")
                                .size()
                        + "");
        // More than are kept, of the last import.
        importCsv("c.csv", OBSERVATIONS + incidents("wiltshire", 4, "1") + incidents("wiltshire", 5, "1"), 1);
        assertEquals("2", value("select count(*) from dataset_change"));
    }

    @Test
    void readsChangesFromATimeOn() {
        assertEquals(
                0,
                query(unasked("{ changes(since: \"2999-01-01\") { totalCount } }"))
                        .number("changes.totalCount"));
        int all = query(unasked("{ changes { totalCount } }")).number("changes.totalCount");
        assertTrue(all > 0);
        assertEquals(
                all,
                query(unasked("{ changes(since: \"2026-01-01T00:00:00+01:00\") { totalCount } }"))
                        .number("changes.totalCount"));
    }

    @Test
    void refusesAStartThatIsNoStateOrTime() {
        assertTrue(refusal("{ changes(since: \"yesterday\") { totalCount } }")
                .startsWith("\"since\" is \"yesterday\", but must be a state"));
        String unknown = UUID.randomUUID().toString();
        assertEquals(
                "\"" + unknown
                        + "\" is not a state of this database: read the data again, and pass its state next time.",
                refusal("{ changes(since: \"" + unknown + "\") { totalCount } }"));
    }

    private static String state() {
        return query(unasked("{ dataset { state } }")).at("dataset.state");
    }

    private static Answer changesSince(String state, String filter) {
        return query(unasked("{ changes(since: \"" + state + "\", filter: {" + filter + "}) { " + FIELDS + " } }"));
    }

    private static String line(Answer change, String... fields) {
        List<String> values = new ArrayList<>();
        for (String field : fields) {
            values.add(change.at(field));
        }
        return String.join(" ", values);
    }

    private void importCsv(String name, String content) throws Exception {
        importCsv(name, content, 1000);
    }

    private void importCsv(String name, String content, int kept) throws Exception {
        try (Connection connection = database.connect();
                ImportSession session = new ImportSession(
                        connection, Optional.empty(), LocalDate.of(2026, 1, 1), false, () -> {}, kept)) {
            session.csv(CsvFile.recognise(name, () -> new ByteArrayInputStream(content.getBytes(UTF_8))));
        }
    }

    private String value(String sql) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
