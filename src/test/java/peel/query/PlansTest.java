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
 * Checks the plans of all statements on 100,000 observations: of every list with every filter and order, read from both
 * ends, and of the benchmark's five operations. PostgreSQL logs the plan of each executed statement (auto_explain).
 * {@link #faults} defines what is wrong with a plan, and {@link #EXEMPTIONS} lists the statements that are exempt.
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

    /** Raises the time limit: plans are judged by what they read, not by how long a busy machine takes. */
    public static class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("peel.endpoint.timeout", "5M");
        }
    }

    /**
     * The number of rows that a statement may sort: ten of the largest pages. PostgreSQL sorts a range that it expects
     * to be small rather than walk an index.
     */
    private static final long SORTED = 1000;

    /** The blocks read to find one row by an index: three levels of the index and the row's own block. */
    private static final long BLOCKS_OF_A_ROW = 4;

    /**
     * The number of blocks that a statement may read in addition to those of its rows, to skip other rows of the range
     * that it walks. The whole table of observations has a few thousand blocks.
     */
    private static final long BLOCKS = 500;

    /**
     * With ten times as much data, the number of blocks that a statement may read in addition to those of its rows or
     * to twice as many as with less data, whichever is larger.
     */
    private static final long BLOCKS_GROWTH = 50;

    /**
     * The number of executions within which a statement must get a generic plan. PostgreSQL considers one from the
     * sixth execution on.
     */
    private static final int EXECUTIONS = 100;

    private static final Pattern OPERATION = Pattern.compile("(\\w+): \\{\\s+query: '([^']+)'");

    /**
     * Statements whose plans may have faults.
     *
     * @param pattern matches the name of the request, a colon and the statement
     * @param reason why the faults are acceptable
     */
    private record Exemption(String pattern, String reason) {
        boolean covers(String statement) {
            return statement.matches(pattern);
        }
    }

    /** Statements whose cost is not bounded, or need not be. Only the last exemption is about observations. */
    private static final List<Exemption> EXEMPTIONS = List.of(
            new Exemption(
                    "(judgments|findings|reports|forces)\\(.*: select count\\(.*",
                    "counted only when the total is selected; these tables grow with inspections, not with observations"),
            new Exemption(
                    "forces\\((judged|judgedAny): .*",
                    "where few judgments match, all current judgments of each of the 43 forces are read"),
            new Exemption(
                    "judgments\\(cycle: .*; orderBy: NEWEST_CYCLE.*",
                    "in this order an older cycle comes after all newer ones"),
            new Exemption("search .*", "all matches are ranked, because the best match comes first"),
            new Exemption("counts: .*", "counts all judgments or findings, which grow with inspections"),
            new Exemption(
                    "judgments\\(.*(latest|change|publishedFrom): .*",
                    "no index has what a judgment is compared with; these tables grow with inspections"),
            new Exemption(
                    "judgments\\(.*(corrected|correctedFrom|disputed|PUBLISHED).*",
                    "no index has corrections, contradictions or dates of publication; these tables grow with inspections"),
            new Exemption(
                    "findings\\(.*orderBy: (DEADLINE|PUBLISHED|OPENED).*",
                    "the dates of all findings that match are sorted; these tables grow with inspections"),
            new Exemption(
                    "changes\\(.*: select count\\(.*|revisions: .*",
                    "counted only when selected; the log keeps a bounded number of changes"),
            new Exemption("(disagreements|dataset): .*", "compares or counts all judgments, once per revision"),
            new Exemption(
                    "findings\\(.*status: .*",
                    "the latest status of each finding is looked up, because no index contains it"),
            new Exemption(
                    "findings\\(.*(question|pillar): .*", "only the question of a finding has the pillar and the code"),
            new Exemption(
                    "reports\\(.*(force|cycle|pillar): .*",
                    "only the inspection of a report has the force, cycle and pillar; there are a few hundred reports"),
            new Exemption(
                    "observations\\(.*dimension: .*METRIC.*",
                    "the rows of the metric are sorted, because no index has the rows of a dimension by area"));

    /** The indexes that lists of observations need. Each must be used by some plan. */
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
    private final Map<String, Plan> withLessData = new HashMap<>();
    private final Set<String> faults = new TreeSet<>();
    private final Set<String> statements = new HashSet<>();
    private final Set<String> unused = new TreeSet<>(INDEXES);

    @Test
    void keepsTheCostOfStatementsConstantAsDataGrows() throws Exception {
        Path log = TestServer.get().log().orElse(null);
        assumeTrue(log != null, "plans can be read only from the log of a server that the tests started");
        plans = new PlanLog(log);
        try (Connection connection = database.connect()) {
            GrowingData.make(connection);
            long few = Long.parseLong(value(connection, "select count(*) from observation"));
            plans.next();
            requestBenchmark();
            requestObservations();
            GrowingData.grow(connection);
            long many = Long.parseLong(value(connection, "select count(*) from observation"));
            assertTrue(many > 100_000 && many > 8 * few, few + " and " + many + " observations");
            grown = true;
            plans.next();
            requestBenchmark();
            requestObservations();
            requestOtherLists(connection);
            requestOtherFields();
            assertTrue(statements.size() > 100, statements.size() + " statements");
            assertTrue(compared > 100, compared + " plans compared with those for less data");
            assertTrue(faults.isEmpty(), () -> faults.size() + " faults:\n" + String.join("\n", faults));
            assertEquals(Set.of(), unused, "indexes that no plan uses");
            checkThatPlansAreKept();
            checkThatMissingIndexesAreNoticed(connection);
        }
    }

    /**
     * Each statement of the benchmark must get a generic plan, because planning it for each request would cost more
     * than executing it.
     */
    private void checkThatPlansAreKept() throws IOException {
        for (Operation operation : benchmark()) {
            Set<String> planned = new TreeSet<>();
            for (int i = 0; i < EXECUTIONS; i++) {
                query(operation.text() + "# " + i, operation.variables());
                List<Plan> executed = plans.next();
                planned.clear();
                executed.stream().filter(plan -> !plan.isKept()).forEach(plan -> planned.add(plan.statement()));
                if (planned.isEmpty() && !executed.isEmpty()) {
                    break;
                }
            }
            assertEquals(Set.of(), planned, operation.name() + " has statements that are planned for each request");
        }
    }

    /** Tests the check itself: without an index, a list that needs the index must have a fault. */
    private void checkThatMissingIndexesAreNoticed(Connection connection) throws Exception {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("observation_newest", "orderBy: NEWEST");
        needed.put("observation_area", "orderBy: NEWEST, filter: {area: [\"kent\"]}");
        needed.put("observation_metric_area", "orderBy: METRIC");
        for (Map.Entry<String, String> each : needed.entrySet()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop index " + each.getKey());
            }
            faults.clear();
            request("without index", "{ observations(" + each.getValue() + ") { nodes { id } } }", Map.of());
            assertFalse(faults.isEmpty(), "no fault without " + each.getKey());
        }
    }

    private List<String> faults(Plan plan, Plan before) {
        List<String> faults = new ArrayList<>();
        if (before != null) {
            compared++;
            long byIndex = BLOCKS_OF_A_ROW * plan.rowsWithParts();
            if (plan.blocks() > BLOCKS_GROWTH + Math.max(2 * before.blocks(), byIndex)) {
                faults.add(
                        "reads %d blocks, but %d with a tenth of the data".formatted(plan.blocks(), before.blocks()));
            }
        }
        Set<String> wholly = plan.wholly(GrowingData.TABLES);
        if (!wholly.isEmpty()) {
            faults.add("reads all of " + wholly);
        }
        // A list without pages is sorted as a whole.
        if (plan.sorted() > Math.max(SORTED, plan.rows())) {
            faults.add("sorts " + plan.sorted() + " rows for " + plan.rows());
        }
        if (plan.blocks() > BLOCKS + BLOCKS_OF_A_ROW * plan.rowsWithParts()) {
            faults.add("reads " + plan.blocks() + " blocks for " + plan.rowsWithParts() + " rows");
        }
        return faults;
    }

    /** Sends a request and checks the plans of the statements that it executes. */
    private Answer request(String name, String text, Map<String, ?> variables) throws IOException {
        // The texts differ by the size of the data, so that no cached answer is returned.
        Answer answer = query(text + (grown ? "# grown" : ""), variables);
        for (Plan plan : plans.next()) {
            String statement = name + ": " + plan.statement();
            if (!grown) {
                withLessData.merge(statement, plan, (one, other) -> one.blocks() > other.blocks() ? one : other);
                continue;
            }
            statements.add(plan.statement());
            unused.removeAll(plan.indexes());
            List<String> found = faults(plan, withLessData.get(statement));
            if (!found.isEmpty() && EXEMPTIONS.stream().noneMatch(each -> each.covers(statement))) {
                faults.add(statement + "\n    " + found + " with the plan " + plan.shape());
            }
        }
        return answer;
    }

    /** An operation of the benchmark. */
    private record Operation(String name, String text, Map<String, ?> variables) {}

    private void requestBenchmark() throws IOException {
        for (Operation operation : benchmark()) {
            request("benchmark " + operation.name(), operation.text(), operation.variables());
        }
    }

    private static List<Operation> benchmark() throws IOException {
        Map<String, Map<String, ?>> variables = Map.of(
                "force", Map.of("force", "kent"),
                "forces", Map.of("cycle", "2015", "first", 43),
                "matrix", Map.of("cycle", "2015", "asOf", "2020-01-01"),
                "ranking", Map.of("metric", "workforce.officers", "day", "2015-12-17", "direction", "DESCENDING"),
                "observations",
                        Map.of("area", List.of("kent", "england-and-wales"), "from", "2010-01-01", "first", 50));
        List<Operation> found = new ArrayList<>();
        Matcher operations = OPERATION.matcher(Files.readString(Path.of("src", "bench", "operations.js")));
        while (operations.find()) {
            String name = operations.group(1);
            assertTrue(variables.containsKey(name), "no variables for the operation " + name);
            found.add(new Operation(name, operations.group(2), variables.get(name)));
        }
        assertEquals(variables.size(), found.size(), "operations of the benchmark");
        return found;
    }

    private void requestObservations() throws IOException {
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
            requestList("observations", filters, "orderBy: " + order, !order.equals("OLDEST"), "metric { code } value");
        }
        requestList(
                "organisedCrimeGroupCounts",
                List.of(
                        "metric: [\"ocg.count\"]",
                        "area: [\"kent\", \"essex\"]",
                        "predominantCrimeType: [\"Drug activity\"]",
                        "asAt: \"2015-12-17\""),
                null,
                true,
                "value comparator { value }");
        requestList(
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

    private void requestOtherLists(Connection connection) throws IOException, SQLException {
        for (String order : List.of("NAME", "ONS_CODE", "REGION")) {
            requestList(
                    "forces",
                    List.of(
                            "name: [\"kent\", \"essex\"]",
                            "country: [WALES]",
                            "region: [\"Eastern\"]",
                            "regionalOrganisedCrimeUnit: [\"ERSOU\"]",
                            "localAuthority: \"Luton\"",
                            "judged: {cycle: [\"2015\"]}",
                            "judged: {grade: [OUTSTANDING], pillar: [LEGITIMACY]}",
                            "judged: {question: [\"vulnerable\"], grade: [GOOD]}",
                            "judged: {grade: [GOOD], latest: true, change: [IMPROVED]}",
                            "judgedAny: [{grade: [GOOD], cycle: [\"2015\"]}, {grade: [INADEQUATE]}]",
                            "measured: [{metric: \"workforce.officers\", at: \"2015-12-17\", above: 1000}]",
                            "measured: [{metric: \"workforce.officers\", at: \"2015-12-17\", above: 1, per: {metric: \"population.resident\"}}]",
                            "peersOf: {force: \"kent\", by: REGION}",
                            "monitored: {on: \"2022-07-15\"}",
                            "monitored: {on: \"2022-07-15\", possibly: true}"),
                    "orderBy: " + order,
                    false,
                    "name");
        }
        for (String order : List.of("FORCE", "NEWEST_CYCLE", "PUBLISHED")) {
            requestList(
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
                            "basis: [PROSE]",
                            "asOf: \"2018-01-01\"",
                            "region: [\"Wales\"]",
                            "publishedFrom: \"2016-01-01\"",
                            "corrected: true",
                            "cycle: [\"c3\"], correctedFrom: \"2019-01-01\"",
                            "disputed: true",
                            "cycle: [\"c3\"], latest: true",
                            "cycle: [\"c3\"], change: [IMPROVED]"),
                    "orderBy: " + order,
                    false,
                    "grade age(on: \"2026-01-01\") { days } question { code } force { slug }");
        }
        for (String order : List.of("FORCE", "DEADLINE", "PUBLISHED", "OPENED")) {
            requestList(
                    "findings",
                    List.of(
                            "force: [\"kent\"]",
                            "cycle: [\"2015\", \"2016\"]",
                            "pillar: [LEGITIMACY]",
                            "question: [\"q3\"]",
                            "kind: [CAUSE_OF_CONCERN]",
                            "status: [COMPLETE]"),
                    "orderBy: " + order,
                    false,
                    "text openFor(on: \"2030-01-03\") statuses { status }");
        }
        requestList(
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
            request(
                    "search " + filter,
                    "query ($text: String!) { search(text: $text, filter: {"
                            + filter
                            + "}) { totalCount nodes { text excerpt { text } passage { lineFrom } } } }",
                    Map.of("text", word.substring(word.lastIndexOf(' ') + 1)));
        }
        requestList(
                "changes",
                List.of(
                        "kind: [JUDGMENT]",
                        "kind: [JUDGMENT, FINDING]",
                        "action: [CORRECTED]",
                        "force: [\"kent\"]",
                        "force: [\"kent\", \"essex\"]",
                        "cycle: [\"2015\"]",
                        "question: [\"overall\"]",
                        "metric: [\"asb.incidents\"]"),
                null,
                false,
                "before after force { slug } question { code } metric { code } node { id }");
        request(
                "changes from a time on",
                "{ changes(since: \"2026-01-01\") { nodes { before } pageInfo { hasNextPage } } }",
                Map.of());
        request("revisions", "{ dataset { revisions { nodes { imported changes { facts } } } } }", Map.of());
        request("disagreements", "{ disagreements { totalCount nodes { grade } } }", Map.of());
    }

    private void requestOtherFields() throws IOException {
        for (String arguments : List.of(
                "metric: \"workforce.officers\"",
                "metric: \"workforce.officers\", at: \"2015-12-17\"",
                "metric: \"crime.rate\", at: \"2015-12-17\", dimension: \"Offence 2\"")) {
            request(
                    "ranking(" + arguments + ")",
                    "{ ranking(" + arguments + ") { rank observation { value comparator { value } } } }",
                    Map.of());
        }
        request(
                "matrix of a cycle",
                "{ judgmentMatrix(cycle: \"c1\", pillar: LEGITIMACY) { rows { cells { grade } } } }",
                Map.of());
        request("force", """
                { force(name: "kent") {
                  judgments(cycle: "2015") { grade previous { grade } revisions { grade } statedComparison { agreement } }
                  findings(cycle: "c1") { text statuses { status } }
                  inspections { fieldwork { from } publications { title } reports { title } }
                  observations(metric: ["population.resident"], from: "2015-12-01") { value comparator { value } }
                  offenderManagementFigures(scheme: IOM) { value }
                  organisedCrimeGroupCounts(asAt: "2015-12-17") { value } } }
                """, Map.of());
        request("counts", """
                { judgmentCounts(by: [CYCLE, PILLAR]) { judgments byGrade { grade forces } byChange { direction forces } }
                  findingCounts(by: [FORCE, CYCLE]) { findings } }
                """, Map.of());
        request("change", """
                { judgments(first: 50, filter: {cycle: ["c5"]}) { nodes { change { direction earlier { grade } } history { firstTime } } } }
                """, Map.of());
        request("table", """
                { rankedMetric(metric: "workforce.officers", at: "2015-12-17") { mean ranked { difference } }
                  ratio: rankedMetric(metric: "workforce.officers", at: "2015-12-17", since: "2015-06-04",
                                      per: {metric: "population.resident", units: 1000},
                                      forces: {peersOf: {force: "kent", by: COUNTRY}}) {
                    comparatorRatio { value } ranked { difference movement ratio { value denominator { value } } } }
                  before: rankedMetric(metric: "asb.incidents", per: {metric: "workforce.officers", at: "2015-10-15"}) {
                    ranked { ratio { value } } }
                  figureTable(columns: [{metric: "workforce.officers", at: "2015-12-17"}]) { rows { cells { rank } } } }
                """, Map.of());
        request("report", """
                { reports(first: 2) { nodes {
                  text sections { passages { text footnoteMarks { line } } } footnotes { markedAt { line } }
                  figures { rows { cells } observations { value } } remarks { text } versions { version } } } }
                """, Map.of());
        request("dataset", "{ dataset { revision coverage { forcesGraded } } }", Map.of());
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
        request("nodes", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", ids));
    }

    /** Requests a list with each filter: the first two pages and, unless it combines two filters, the last two. */
    private void requestList(String list, List<String> filters, String order, boolean pairs, String fields)
            throws IOException {
        for (String filter : combined(filters, pairs)) {
            String name = list + "(" + filter + (order == null ? "" : "; " + order) + ")";
            String text = """
                    query ($first: Int, $after: String, $last: Int, $before: String) {
                      %s(filter: {%s}%s, first: $first, after: $after, last: $last, before: $before) {
                        %%s nodes { %s } pageInfo { startCursor endCursor hasNextPage } } }
                    """.formatted(list, filter.replace(" & ", ", "), order == null ? "" : ", " + order, fields);
            Answer page = request(name, text.formatted("totalCount"), Map.of("first", 50));
            if (page.at(list + ".pageInfo.hasNextPage").equals("true")) {
                String rows = text.formatted("");
                String end = page.at(list + ".pageInfo.endCursor");
                request(name + " after", rows, Map.of("first", 50, "after", end));
                if (filter.contains(" & ")) {
                    continue;
                }
                String start = request(name + " last", rows, Map.of("last", 50)).at(list + ".pageInfo.startCursor");
                request(name + " before", rows, Map.of("last", 50, "before", start));
            }
        }
    }

    /** No filter, each filter, and, if requested, each pair of filters on different fields. */
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
