package peel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.reading.layout.PassageKind.PARAGRAPH;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.unasked;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.query.ReadContext;
import peel.query.Selection;
import peel.search.SearchHit;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** What reports and searches cost PostgreSQL. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "stored"))
class ReportStatementsTest {

    private static final String REPORTS = """
            query ($forces: [String!]) {
              reports(filter: {force: $forces}, first: 2) {
                totalCount
                nodes {
                  title text lines(from: 1, to: 3) { text }
                  force { slug } inspection { cycle { code } } publication { title } versions { version }
                  sections {
                    heading question { code } report { file }
                    passages { text section { heading } report { file } finding { text } footnoteMarks { footnote { text } } }
                  }
                  footnotes { text markedAt { line passage { text } } }
                  figures { caption rows { cells } observations { value } report { file } }
                  remarks { text place { lineFrom } }
                }
              }
            }
            """;

    private static final String SEARCH = """
            query ($forces: [String!]) {
              search(text: "wardens", filter: {force: $forces}) {
                totalCount
                nodes {
                  text excerpt { text highlighted } force { slug } question { code } section { heading } report { file }
                  finding { kind } passage { filePage }
                }
              }
            }
            """;

    TestDatabase database;

    @BeforeEach
    void store() throws SQLException {
        try (Connection connection = database.connect()) {
            StoredReports.store(connection, KentReport.of("kent").reading());
            StoredReports.store(connection, KentReport.of("staffordshire").reading());
            StoredReports.store(connection, KentReport.of("warwickshire").reading());
        }
    }

    @Test
    void readsTwoReportsWithEverythingInAsManyStatementsAsOne() {
        long one = statements(REPORTS, Map.of("forces", List.of("kent")), 1);
        long two = statements(REPORTS, Map.of("forces", List.of("kent", "staffordshire")), 2);
        assertEquals(one, two);
        assertTrue(one > 1 && one <= 24, one + " statements");
    }

    @Test
    void searchesAndShowsPassagesAndFindingsOfThreeForcesInAsManyStatementsAsOfOne() {
        long one = statements(SEARCH, Map.of("forces", List.of("kent")), 2);
        long three = statements(SEARCH, Map.of("forces", List.of("kent", "staffordshire", "warwickshire")), 6);
        assertEquals(one, three);
        assertTrue(one > 1 && one <= 13, one + " statements");
    }

    @Test
    void countsAllHitsWhereItFindsThoseOfAPage() {
        String search =
                "query ($forces: [String!]) { search(text: \"wardens\", filter: {force: $forces}, first: 1) {%s} }";
        Map<String, ?> forces = Map.of("forces", List.of("kent", "staffordshire"));
        String counted = search.formatted("totalCount nodes { text }");
        assertEquals(statements(search.formatted("nodes { text }"), forces, 1), statements(counted, forces, 1));
        assertEquals(4, query(unasked(counted), forces).number("search.totalCount"));
    }

    private long statements(String text, Map<String, ?> variables, int nodes) {
        // Once before: what is kept for a revision of the dataset is read by whoever is first.
        query(unasked(text), variables);
        long before = ReadContext.statementCount();
        Answer answer = query(unasked(text), variables);
        long statements = ReadContext.statementCount() - before;
        String list = text == REPORTS ? "reports" : "search";
        assertEquals(nodes, answer.each(list + ".nodes").size());
        return statements;
    }

    @Test
    void searchesByIndexWithEveryPlanOfTheStatement() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            WrittenReport report = new WrittenReport("wiltshire").section(1, "Overview", null);
            for (int i = 0; i < 5000; i++) {
                report.passage(PARAGRAPH, "Sentence " + i + " speaks of matter m" + i % 500 + ".");
            }
            StoredReports.storeUncommitted(connection, report.reading());
            statement.execute("analyze report_passage, search_text");
            for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
                statement.execute("set local plan_cache_mode = " + mode);
                String plan = plan(connection);
                assertTrue(plan.contains("Bitmap Index Scan on search_text_words"), plan);
                // Rows of tables that were not analysed are estimated too low, and are then compared with every text.
                assertFalse(plan.contains("Join") || plan.contains("Nested Loop"), plan);
            }
            connection.rollback();
        }
    }

    private static String plan(Connection connection) throws SQLException {
        String sql = "explain select h.* from %s order by h.rank_order, h.id limit 51"
                .formatted(SearchHit.MATCHES
                        .replace(":marks", "''")
                        .replace(":query", "?")
                        .replace(":ranked", "?")
                        .replace(Selection.CONDITIONS, "true"));
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, "'matter' & 'm77'");
            query.setString(2, "'matter' & 'm77'");
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }
}
