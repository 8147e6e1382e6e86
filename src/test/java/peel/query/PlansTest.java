package peel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import peel.query.PlanLog.Plan;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;
import peel.testing.TestServer;

/**
 * Asks the service for every list by every filter and in every order, from both ends, and for the
 * benchmark's five operations, on 100,000 observations, and looks at the plan by which PostgreSQL
 * executed each statement (auto_explain). {@link #faults} says what is wrong with a plan, {@link
 * #LET_OFF} what is let off.
 */
@QuarkusTest
@TestProfile(PlansTest.Patient.class)
@WithTestResource(
        value = PostgresResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "plans"),
            @ResourceArg(name = "settings", value = PlanLog.SETTINGS)
        })
class PlansTest {

    /** Plans are judged by what they look at, not by how long a busy machine takes. */
    public static class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("peel.endpoint.timeout", "5M");
        }
    }

    /**
     * Ten of the largest pages: so many rows of a range may be sorted, since PostgreSQL sorts what
     * it takes for few rather than walk an index.
     */
    private static final long SORTED = 1000;

    /** What it takes to find a row by an index: three levels of it and the row's own block. */
    private static final long BLOCKS_OF_A_ROW = 4;

    /**
     * Blocks that a statement may look at beyond those of its rows: to pass over rows of the range
     * that it walks. The whole table of observations has some thousand blocks.
     */
    private static final long BLOCKS = 500;

    /**
     * Blocks that a statement may look at when there is ten times as much data, beyond those of its
     * rows or twice those that it took before.
     */
    private static final long BLOCKS_GROWTH = 50;

    /** From the sixth execution on a statement may have a plan that is kept (PostgreSQL's rule). */
    private static final int EXECUTIONS = 100;

    private static final Pattern OPERATION = Pattern.compile("(\\w+): \\{\\s+query: '([^']+)'");

    /**
     * Statements that may be at fault.
     *
     * @param pattern of what was asked, a colon, and the statement
     * @param reason why
     */
    private record LetOff(String pattern, String reason) {
        boolean isOf(String statement) {
            return statement.matches(pattern);
        }
    }

    /** What isn't bounded yet, or needn't be. Nothing of this is of observations but the last. */
    private static final List<LetOff> LET_OFF = List.of(
            new LetOff(
                    "(judgments|findings|reports|forces)\\(.*: select count\\(.*",
                    "counted when asked for: these grow with inspections, not with figures"),
            new LetOff(
                    "forces\\(judged: .*",
                    "where few judgments match, all current ones of each of the 43 are looked at"),
            new LetOff(
                    "judgments\\(cycle: .*; orderBy: NEWEST_CYCLE.*",
                    "an older cycle lies behind all newer ones in this order"),
            new LetOff("search .*", "the best match comes first, so all matches are ranked"),
            new LetOff(
                    "(disagreements|dataset): .*", "compares or counts all judgments; a revision is asked for it once"),
            new LetOff("findings\\(.*status: .*", "the latest status of each finding is looked up: no index knows it"),
            new LetOff(
                    "findings\\(.*(question|pillar): .*",
                    "a finding knows its pillar and question's code by its question only"),
            new LetOff(
                    "reports\\(.*(force|cycle|pillar): .*",
                    "a report knows these by its inspection only; there are some hundreds"),
            new LetOff(
                    "observations\\(.*dimension: .*METRIC.*",
                    "no index has a dimension's rows by area: those of the metric are sorted"));

    /** All that lists of observations need: dropping one is seen even where others would do. */
    private static final Set<String> INDEXES = Set.of(
            "observation_metric",
            "observation_newest",
            "observation_area",
            "observation_dimension",
            "observation_metric_area",
            "observation_missing",
            "observation_missing_metric",
            "observation_total_dimension");

    TestDatabase database;

    private PlanLog plans;
    private boolean grown;
    private int compared;
    private final Map<String, Plan> ofFew = new HashMap<>();
    private final Set<String> faults = new TreeSet<>();
    private final Set<String> statements = new HashSet<>();
    private final Set<String> unused = new TreeSet<>(INDEXES);

    @Test
    void keepsTheCostOfStatementsConstantAsDataGrows() throws Exception {
        Path log = TestServer.get().log().orElse(null);
        assumeTrue(log != null, "the plans are in the log of a server that the tests start");
        plans = new PlanLog(log);
        try (Connection connection = database.connect()) {
            GrowingData.make(connection);
            long few = Long.parseLong(value(connection, "select count(*) from observation"));
            plans.next();
            askBenchmark();
            askObservations();
            GrowingData.grow(connection);
            long many = Long.parseLong(value(connection, "select count(*) from observation"));
            assertTrue(many > 100_000 && many > 8 * few, few + " and " + many + " observations");
            grown = true;
            plans.next();
            askBenchmark();
            askObservations();
            askOtherLists(connection);
            askSingly();
            assertTrue(statements.size() > 100, statements.size() + " statements");
            assertTrue(compared > 100, compared + " of them compared with fewer data");
            assertTrue(faults.isEmpty(), () -> faults.size() + " faults:\n" + String.join("\n", faults));
            assertEquals(Set.of(), unused, "indexes by which nothing is read");
            seesThatPlansAreKept();
            seesThatIndexesAreMissing(connection);
        }
    }

    /**
     * Each statement of the benchmark gets a plan for all values: planning it anew would cost more
     * than executing it.
     */
    private void seesThatPlansAreKept() throws IOException {
        for (Question question : benchmark()) {
            Set<String> planned = new TreeSet<>();
            for (int i = 0; i < EXECUTIONS; i++) {
                query(question.text() + "# " + i, question.variables());
                List<Plan> executed = plans.next();
                planned.clear();
                executed.stream().filter(plan -> !plan.isKept()).forEach(plan -> planned.add(plan.statement()));
                if (planned.isEmpty() && !executed.isEmpty()) {
                    break;
                }
            }
            assertEquals(Set.of(), planned, question.name() + " is planned for each request");
        }
    }

    /** The judgement itself: without an index, what is read by it is at fault. */
    private void seesThatIndexesAreMissing(Connection connection) throws Exception {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("observation_newest", "orderBy: NEWEST");
        needed.put("observation_area", "orderBy: NEWEST, filter: {area: [\"kent\"]}");
        needed.put("observation_metric_area", "orderBy: METRIC");
        for (Map.Entry<String, String> each : needed.entrySet()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop index " + each.getKey());
            }
            faults.clear();
            ask("without", "{ observations(" + each.getValue() + ") { nodes { id } } }", Map.of());
            assertFalse(faults.isEmpty(), "nobody misses " + each.getKey());
        }
    }

    private List<String> faults(Plan plan, Plan before) {
        List<String> faults = new ArrayList<>();
        if (before != null) {
            compared++;
            long byIndex = BLOCKS_OF_A_ROW * plan.rowsWithParts();
            if (plan.blocks() > BLOCKS_GROWTH + Math.max(2 * before.blocks(), byIndex)) {
                faults.add("looks at %d blocks, and at %d of a tenth of the data"
                        .formatted(plan.blocks(), before.blocks()));
            }
        }
        Set<String> wholly = plan.wholly(GrowingData.TABLES);
        if (!wholly.isEmpty()) {
            faults.add("reads all of " + wholly);
        }
        // A list that is no page is sorted as a whole.
        if (plan.sorted() > Math.max(SORTED, plan.rows())) {
            faults.add("sorts " + plan.sorted() + " rows for " + plan.rows());
        }
        if (plan.blocks() > BLOCKS + BLOCKS_OF_A_ROW * plan.rowsWithParts()) {
            faults.add("looks at " + plan.blocks() + " blocks for " + plan.rowsWithParts() + " rows");
        }
        return faults;
    }

    /** Asks the service and judges the plans of the statements that this takes. */
    private Answer ask(String name, String text, Map<String, ?> variables) throws IOException {
        // A text of its own for each size of the data: none is answered from kept answers.
        Answer answer = query(text + (grown ? "# grown" : ""), variables);
        for (Plan plan : plans.next()) {
            String statement = name + ": " + plan.statement();
            if (!grown) {
                ofFew.merge(statement, plan, (one, other) -> one.blocks() > other.blocks() ? one : other);
                continue;
            }
            statements.add(plan.statement());
            unused.removeAll(plan.indexes());
            List<String> found = faults(plan, ofFew.get(statement));
            if (!found.isEmpty() && LET_OFF.stream().noneMatch(each -> each.isOf(statement))) {
                faults.add(statement + "\n    " + found + " by " + plan.shape());
            }
        }
        return answer;
    }

    /** A question of the benchmark. */
    private record Question(String name, String text, Map<String, ?> variables) {}

    private void askBenchmark() throws IOException {
        for (Question question : benchmark()) {
            ask("benchmark " + question.name(), question.text(), question.variables());
        }
    }

    private static List<Question> benchmark() throws IOException {
        Map<String, Map<String, ?>> variables = Map.of(
                "force", Map.of("force", "kent"),
                "forces", Map.of("cycle", "2015", "first", 43),
                "matrix", Map.of("cycle", "2015", "asOf", "2020-01-01"),
                "ranking", Map.of("metric", "workforce.officers", "day", "2015-12-17", "direction", "DESCENDING"),
                "observations",
                        Map.of("area", List.of("kent", "england-and-wales"), "from", "2010-01-01", "first", 50));
        List<Question> questions = new ArrayList<>();
        Matcher operations = OPERATION.matcher(Files.readString(Path.of("src", "bench", "operations.js")));
        while (operations.find()) {
            String name = operations.group(1);
            assertTrue(variables.containsKey(name), name + " has no variables here");
            questions.add(new Question(name, operations.group(2), variables.get(name)));
        }
        assertEquals(variables.size(), questions.size(), "operations of the benchmark");
        return questions;
    }

    private void askObservations() throws IOException {
        List<String> filters = List.of(
                "metric: [\"asb.incidents\"]",
                "metric: [\"asb.incidents\", \"workforce.officers\", \"crime.rate\"]",
                "type: [WORKFORCE]",
                "type: [CRIME_RATE, POPULATION]",
                "area: [\"kent\"]",
                "area: [\"kent\", \"essex\", \"england-and-wales\"]",
                "dimension: [\"Offence 2\"]",
                "dimension: [\"Offence 1\", \"IOM\"]",
                "from: \"2015-06-01\"",
                "to: \"2015-12-20\"",
                "missing: true",
                "missing: false");
        for (String order : List.of("METRIC", "NEWEST", "OLDEST")) {
            askList("observations", filters, "orderBy: " + order, !order.equals("OLDEST"), "metric { code } value");
        }
        askList(
                "organisedCrimeGroupCounts",
                List.of(
                        "metric: [\"ocg.count\"]",
                        "area: [\"kent\", \"essex\"]",
                        "predominantCrimeType: [\"Drug activity\"]",
                        "asAt: \"2015-12-17\""),
                null,
                true,
                "value comparator { value }");
        askList(
                "offenderManagementFigures",
                List.of(
                        "metric: [\"iom.cohort\"]",
                        "area: [\"kent\", \"essex\"]",
                        "scheme: [IOM, MAPPA]",
                        "from: \"2015-12-01\"",
                        "to: \"2015-12-20\""),
                null,
                true,
                "value");
    }

    private void askOtherLists(Connection connection) throws IOException, SQLException {
        for (String order : List.of("NAME", "ONS_CODE", "REGION")) {
            askList(
                    "forces",
                    List.of(
                            "name: [\"kent\", \"essex\"]",
                            "country: [WALES]",
                            "region: [\"Eastern\"]",
                            "regionalOrganisedCrimeUnit: [\"ERSOU\"]",
                            "localAuthority: \"Luton\"",
                            "judged: {cycle: [\"2015\"]}",
                            "judged: {grade: [OUTSTANDING], pillar: [LEGITIMACY]}",
                            "judged: {question: [\"vulnerable\"], grade: [GOOD]}"),
                    "orderBy: " + order,
                    false,
                    "name");
        }
        for (String order : List.of("FORCE", "NEWEST_CYCLE")) {
            askList(
                    "judgments",
                    List.of(
                            "force: [\"kent\"]",
                            "force: [\"kent\", \"essex\"]",
                            "cycle: [\"2015\", \"2016\"]",
                            "pillar: [LEGITIMACY]",
                            "question: [\"q3\", \"vulnerable\"]",
                            "state: [NOT_GRADED]",
                            "grade: [INADEQUATE]",
                            "grade: [OUTSTANDING, GOOD]",
                            "asOf: \"2018-01-01\""),
                    "orderBy: " + order,
                    false,
                    "grade question { code } force { slug }");
        }
        askList(
                "findings",
                List.of(
                        "force: [\"kent\"]",
                        "cycle: [\"2015\", \"2016\"]",
                        "pillar: [LEGITIMACY]",
                        "question: [\"q3\"]",
                        "kind: [CAUSE_OF_CONCERN]",
                        "status: [COMPLETE]"),
                null,
                false,
                "text statuses { status }");
        askList(
                "reports",
                List.of("force: [\"kent\"]", "cycle: [\"c1\"]", "pillar: [LEGITIMACY]"),
                null,
                false,
                "title inspection { id }");
        String word = value(connection, "select text from report_passage where kind = 'PARAGRAPH' order by id limit 1");
        for (String filter : List.of(
                "",
                "force: [\"kent\"]",
                "cycle: [\"c1\"]",
                "pillar: [LEGITIMACY]",
                "question: [\"q3\"]",
                "kind: [PARAGRAPH]")) {
            ask(
                    "search " + filter,
                    "query ($text: String!) { search(text: $text, filter: {"
                            + filter
                            + "}) { totalCount nodes { text excerpt { text } passage { lineFrom } } } }",
                    Map.of("text", word.substring(word.lastIndexOf(' ') + 1)));
        }
        ask("disagreements", "{ disagreements { totalCount nodes { grade } } }", Map.of());
    }

    private void askSingly() throws IOException {
        for (String arguments : List.of(
                "metric: \"workforce.officers\"",
                "metric: \"workforce.officers\", at: \"2015-12-17\"",
                "metric: \"crime.rate\", at: \"2015-12-17\", dimension: \"Offence 2\"")) {
            ask(
                    "ranking(" + arguments + ")",
                    "{ ranking(" + arguments + ") { rank observation { value comparator { value } } } }",
                    Map.of());
        }
        ask(
                "matrix of a cycle",
                "{ judgmentMatrix(cycle: \"c1\", pillar: LEGITIMACY) { rows { cells { grade } } } }",
                Map.of());
        ask("force", """
                { force(name: "kent") {
                  judgments(cycle: "2015") { grade previous { grade } revisions { grade } statedComparison { agreement } }
                  findings(cycle: "c1") { text statuses { status } }
                  inspections { fieldwork { from } publications { title } reports { title } }
                  observations(metric: ["population.resident"], from: "2015-12-01") { value comparator { value } }
                  offenderManagementFigures(scheme: IOM) { value }
                  organisedCrimeGroupCounts(asAt: "2015-12-17") { value } } }
                """, Map.of());
        ask("report", """
                { reports(first: 2) { nodes {
                  text sections { passages { text footnoteMarks { line } } } footnotes { markedAt { line } }
                  figures { rows { cells } observations { value } } remarks { text } versions { version } } } }
                """, Map.of());
        ask("dataset", "{ dataset { revision coverage { forcesGraded } } }", Map.of());
        List<String> ids = new ArrayList<>();
        Answer some = query("""
                { observations(first: 2) { nodes { id } } judgments(first: 2) { nodes { id } } findings(first: 2) { nodes { id } }
                  reports(first: 2) { nodes { id sections { id passages { id } } figures { id } } } }
                """);
        for (String path : List.of(
                "observations.nodes.id",
                "judgments.nodes.id",
                "findings.nodes.id",
                "reports.nodes.id",
                "reports.nodes.sections.id",
                "reports.nodes.figures.id")) {
            ids.addAll(some.all(path));
        }
        ask("nodes", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", ids));
    }

    /** A list by each filter: its first page and the next; by one also the last and that before. */
    private void askList(String list, List<String> filters, String order, boolean pairs, String fields)
            throws IOException {
        for (String filter : combined(filters, pairs)) {
            String name = list + "(" + filter + (order == null ? "" : "; " + order) + ")";
            String text = """
                    query ($first: Int, $after: String, $last: Int, $before: String) {
                      %s(filter: {%s}%s, first: $first, after: $after, last: $last, before: $before) {
                        %%s nodes { %s } pageInfo { startCursor endCursor hasNextPage } } }
                    """.formatted(list, filter.replace(" & ", ", "), order == null ? "" : ", " + order, fields);
            Answer page = ask(name, text.formatted("totalCount"), Map.of("first", 50));
            if (page.at(list + ".pageInfo.hasNextPage").equals("true")) {
                String rows = text.formatted("");
                String end = page.at(list + ".pageInfo.endCursor");
                ask(name + " after", rows, Map.of("first", 50, "after", end));
                if (filter.contains(" & ")) {
                    continue;
                }
                String start = ask(name + " last", rows, Map.of("last", 50)).at(list + ".pageInfo.startCursor");
                ask(name + " before", rows, Map.of("last", 50, "before", start));
            }
        }
    }

    /** No filter, each, and each two of different fields. */
    private static List<String> combined(List<String> filters, boolean pairs) {
        List<String> combined = new ArrayList<>(List.of(""));
        combined.addAll(filters);
        for (int i = 0; pairs && i < filters.size(); i++) {
            for (int j = i + 1; j < filters.size(); j++) {
                if (!field(filters.get(i)).equals(field(filters.get(j)))) {
                    combined.add(filters.get(i) + " & " + filters.get(j));
                }
            }
        }
        return combined;
    }

    private static String field(String filter) {
        return filter.substring(0, filter.indexOf(':'));
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
