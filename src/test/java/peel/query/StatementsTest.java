package peel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.unasked;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Checks that a field takes the same number of SQL statements for many parents as for one. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class StatementsTest {

    private static final String MATRIX = """
            {
              judgmentMatrix(cycle: "2015") {
                questions { code }
                rows {
                  force { name }
                  cells { force { name } question { code } grade source { publication { title url } } }
                }
              }
            }
            """;

    private static final String FORCES = """
            query ($names: [String!]) {
              forces(filter: {name: $names}, first: 43) {
                nodes {
                  name
                  judgments { question { code } grade }
                  findings { text }
                  organisedCrimeGroupCounts { value comparator { value missing } }
                }
              }
            }
            """;

    @Test
    void readsAWholeMatrixInOneStatement() {
        Counted matrix = counted(MATRIX, Map.of());
        assertEquals(43, matrix.answer.all("judgmentMatrix.rows.force.name").size());
        assertTrue(matrix.answer
                .all("judgmentMatrix.rows.cells.source.publication.title")
                .contains("PEEL 2015 assessment pages"));
        assertEquals(1, matrix.statements);
    }

    @Test
    void readsAllForcesWithJudgmentsFindingsCountsAndComparatorsInFiveStatements() {
        Counted page = counted(FORCES, Map.of());
        assertEquals(43, page.answer.all("forces.nodes.name").size());
        assertTrue(page.answer.all("forces.nodes.judgments.grade").size() > 43);
        assertTrue(page.answer.all("forces.nodes.findings.text").size() > 10);
        assertTrue(page.answer
                .all("forces.nodes.organisedCrimeGroupCounts.comparator.value")
                .contains("64"));
        assertEquals(5, page.statements);
    }

    /** Every field that is read in a batch. Between them, the three forces have values for all of these fields. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "aliases localAuthorities { name source { publication { title } } }",
                "names { name } councils { name otherNames source { publication { title } } }",
                "monitoring { on source { publication { title } } }",
                "inspections { cycle { code } fieldwork { from } publications { title } judgments { grade } findings { text } force { slug } }",
                "judgments { grade force { slug } inspection { id } carriedOverFrom { code } revisions { grade } }",
                "judgments { previous { grade question { cycle { code gradeScale { grades { rank } } } } } statedComparison { agreement } }",
                "judgments { age(on: \"2026-01-01\") { days } } findings { openFor(on: \"2018-06-01\") }",
                "judgments { change { direction earlier { grade } } history { firstTime earlier { grade } } }",
                "judgments { question { code parent { code } comparableTo { note question { code } } } }",
                "findings { force { slug } question { code } statuses { status source { publication { title } } } }",
                "observations(metric: [\"asb.rate\"]) { value metric { code parent { code } } area { code force { slug } members { slug } } comparator { value } source { publication { title } } }",
                "organisedCrimeGroupCounts { value comparator { value } } offenderManagementFigures { value comparator { value } }"
            })
    void readsAllForcesInAsManyStatementsAsOneForce(String fields) {
        String text = "query ($names: [String!]) { forces(filter: {name: $names}) { nodes { " + fields + " } } }";
        List<String> all = query("{ forces { nodes { slug } } }").all("forces.nodes.slug");
        assertEquals(43, all.size());
        long forAll = counted(text, Map.of("names", all)).statements;
        long forThree = counted(text, Map.of("names", List.of("bedfordshire", "cleveland", "kent"))).statements;
        assertEquals(forThree, forAll);
        assertTrue(forAll > 0, "no statement was counted");
    }

    /** A ranking takes one for the latest date, if none is given, one for its rows, one for comparators and one for differences. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { judgmentCounts(by: [QUESTION, REGION]) { byGrade { grade forces } byChange { direction forces } } } | 1
            { findingCounts(by: [FORCE, CYCLE, QUESTION]) { findings } } | 1
            { rankedMetric(metric: "workforce.officers", at: "2018-03-31") { mean ranked { difference } } } | 3
            { rankedMetric(metric: "workforce.officers") { mean ranked { difference } } } | 4
            { rankedMetric(metric: "workforce.officers", at: "2018-03-31", per: {metric: "population.resident"}) { ranked { ratio { value denominator { asAt } } } } } | 5
            { rankedMetric(metric: "workforce.officers", at: "2018-03-31", since: "2010-03-31", forces: {region: ["Wales"]}) { ranked { movement } } } | 4
            { figureTable(columns: [{metric: "workforce.officers", at: "2018-03-31"}, {metric: "workforce.staff", at: "2018-03-31"}]) { rows { cells { rank } } } } | 4
            { series(metric: "workforce.officers", area: ["kent", "essex", "england-and-wales"]) { points { at change } } } | 1
            { regions { forces { name peers(by: REGION) { name } } } } | 0
            """)
    void answersInAFixedNumberOfStatements(String text, long statements) {
        assertEquals(statements, counted(text, Map.of()).statements, text);
    }

    @Test
    void readsAllForcesInAsManyStatementsAsBedfordshire() {
        List<String> all = query("{ forces { nodes { slug } } }").all("forces.nodes.slug");
        assertEquals(
                counted(FORCES, Map.of("names", List.of("bedfordshire"))).statements,
                counted(FORCES, Map.of("names", all)).statements);
    }

    @Test
    void returnsTheDataOfItsOwnArgumentsForEachAliasOfAField() {
        Counted forces = counted("""
                {
                  forces(first: 43) {
                    nodes {
                      slug
                      before: judgments(cycle: "2014", question: "reduce-crime") { question { cycle { code } } grade }
                      after: judgments(cycle: "2015", question: "prevent") { question { cycle { code } } grade }
                      again: judgments(cycle: "2014", question: "reduce-crime") { grade }
                      officers: observations(metric: ["workforce.officers"], from: "2014-09-01", to: "2014-12-31") { value }
                      later: observations(metric: ["workforce.officers"], from: "2015-09-01", to: "2015-12-31") { value }
                      iom: offenderManagementFigures(scheme: IOM) { value }
                      mappa: offenderManagementFigures(scheme: MAPPA) { value }
                    }
                  }
                }
                """, Map.of());
        Answer bedfordshire = forces.answer.each("forces.nodes").stream()
                .filter(each -> each.at("slug").equals("bedfordshire"))
                .findFirst()
                .orElseThrow();
        assertEquals("2014", bedfordshire.at("before.question.cycle.code"));
        assertEquals("2015", bedfordshire.at("after.question.cycle.code"));
        assertEquals("REQUIRES_IMPROVEMENT", bedfordshire.at("again.grade"));
        assertEquals("1082.00", bedfordshire.at("officers.value"));
        assertEquals("1087.09", bedfordshire.at("later.value"));
        assertEquals("119", bedfordshire.at("iom.value"));
        assertEquals("45", bedfordshire.at("mappa.value"));
        for (Answer force : forces.answer.each("forces.nodes")) {
            assertEquals(1, force.all("officers.value").size());
            assertEquals(1, force.all("later.value").size());
        }
    }

    private record Counted(long statements, Answer answer) {}

    private Counted counted(String text, Map<String, ?> variables) {
        // The first request also reads what is then cached for the revision of the dataset.
        query(unasked(text), variables);
        long before = ReadContext.statementCount();
        Answer answer = query(unasked(text), variables);
        return new Counted(ReadContext.statementCount() - before, answer);
    }
}
