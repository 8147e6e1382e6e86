package peel.judgment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Judgments over time: corrected, carried over, withheld, and told differently afterwards. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class JudgmentHistoryTest {

    private static final String RESPOND = """
            query ($asOf: Date) {
              force(name: "northamptonshire") {
                judgments(cycle: "2023-25", question: "respond", asOf: $asOf) {
                  grade knownFrom knownTo revisions { grade }
                }
              }
              judgments(filter: {force: ["northamptonshire"], question: ["respond"], asOf: $asOf}) {
                nodes { grade }
              }
              judgmentMatrix(cycle: "2023-25", asOf: $asOf) {
                questions { code }
                rows { force { slug } cells { grade } }
              }
            }
            """;

    @Test
    void showsThatTheReportOf2015ContradictsTheJudgmentOf2014() {
        Answer judgment = query("""
                {
                  force(name: "bedfordshire") {
                    judgments(cycle: "2015", question: "prevent") {
                      grade
                      statedComparison { direction year grade agreement }
                      previous { grade question { code cycle { code } } source { url } }
                    }
                  }
                }
                """).each("force.judgments").get(0);
        assertEquals("2014", judgment.at("statedComparison.year"));
        assertEquals("GOOD", judgment.at("statedComparison.grade"));
        assertEquals("DETERIORATED", judgment.at("statedComparison.direction"));
        assertEquals("DISAGREES", judgment.at("statedComparison.agreement"));
        assertEquals("REQUIRES_IMPROVEMENT", judgment.at("previous.grade"));
        assertEquals("reduce-crime", judgment.at("previous.question.code"));
        assertEquals("2014", judgment.at("previous.question.cycle.code"));
        assertEquals("https://www.justiceinspectorates.gov.uk/hmic/bedfordshire/", judgment.at("previous.source.url"));
    }

    @Test
    void listsOnlyTheContradiction() {
        Answer disagreements =
                query("{ disagreements { totalCount nodes { force { slug } question { code cycle { code } } } } }");
        assertEquals(1, disagreements.number("disagreements.totalCount"));
        assertEquals("bedfordshire", disagreements.at("disagreements.nodes.force.slug"));
        assertEquals("prevent", disagreements.at("disagreements.nodes.question.code"));
        assertEquals("2015", disagreements.at("disagreements.nodes.question.cycle.code"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "investigate, AGREES",
        "prevent, DISAGREES",
        // The report says that it can't be compared; there is nothing before it.
        "overall, UNKNOWN",
        "soc, UNKNOWN"
    })
    void saysWhetherTheReportAgreesWithWhatIsStored(String question, String agreement) {
        Answer force = query("""
                query ($question: String) {
                  force(name: "bedfordshire") {
                    judgments(cycle: "2015", pillar: EFFECTIVENESS, question: $question) {
                      statedComparison { agreement }
                    }
                  }
                }
                """, Map.of("question", question));
        assertEquals(agreement, force.at("force.judgments.statedComparison.agreement"));
    }

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource({
        "2024-02-19, ADEQUATE, 2024-08-08",
        "2024-08-07, ADEQUATE, 2024-08-08",
        "2024-08-08, REQUIRES_IMPROVEMENT, null",
        "2024-08-09, REQUIRES_IMPROVEMENT, null"
    })
    void servesTheVersionThatWasPublishedOnADay(String day, String grade, String knownTo) {
        Answer answer = query(RESPOND, Map.of("asOf", day));
        assertEquals(grade, answer.at("force.judgments.grade"));
        assertEquals(knownTo, answer.at("force.judgments.knownTo"));
        assertEquals(grade, answer.at("judgments.nodes.grade"));
        assertEquals(grade, respondCell(answer));
        assertEquals(List.of("ADEQUATE", "REQUIRES_IMPROVEMENT"), answer.all("force.judgments.revisions.grade"));
    }

    @Test
    void servesNothingBeforeTheFirstPublication() {
        Answer answer = query(RESPOND, Map.of("asOf", "2024-02-18"));
        assertEquals(List.of(), answer.all("force.judgments.grade"));
        assertEquals(List.of(), answer.all("judgments.nodes.grade"));
    }

    @Test
    void servesTheCorrectedGradeUnlessADateIsGiven() {
        Answer answer = query(RESPOND);
        assertEquals("REQUIRES_IMPROVEMENT", answer.at("force.judgments.grade"));
        assertEquals("2024-08-08", answer.at("force.judgments.knownFrom"));
        assertEquals("REQUIRES_IMPROVEMENT", respondCell(answer));
    }

    /** Grades that came out after the page was first read: they are no correction by the inspectorate. */
    @ParameterizedTest(name = "{0} {1}, {2}: {3}")
    @CsvSource({
        "south-yorkshire, 2017, EFFECTIVENESS, GOOD",
        "northamptonshire, 2017, EFFECTIVENESS, REQUIRES_IMPROVEMENT",
        "northamptonshire, 2017, LEGITIMACY, REQUIRES_IMPROVEMENT",
        "northamptonshire, 2018/19, EFFICIENCY, INADEQUATE",
        "cleveland, 2018/19, EFFECTIVENESS, INADEQUATE",
        "cleveland, 2018/19, EFFICIENCY, INADEQUATE",
        "cleveland, 2018/19, LEGITIMACY, INADEQUATE"
    })
    void hasTheGradesThatCameOutLater(String force, String cycle, String pillar, String grade) {
        Answer judgment = query("""
                query ($force: String!, $cycle: String!, $pillar: Pillar!) {
                  force(name: $force) {
                    judgments(cycle: $cycle, pillar: $pillar, question: "overall") { state grade revisions { state } }
                  }
                }
                """, Map.of("force", force, "cycle", cycle, "pillar", pillar));
        assertEquals("GRADED", judgment.at("force.judgments.state"));
        assertEquals(grade, judgment.at("force.judgments.grade"));
        assertEquals(List.of("GRADED"), judgment.all("force.judgments.revisions.state"));
    }

    @Test
    void saysWhyGreaterManchesterWasNotGradedIn2017() {
        List<Answer> judgments = query("""
                {
                  force(name: "greater-manchester") {
                    judgments(cycle: "2017", question: "overall") {
                      question { pillar } state grade note
                    }
                  }
                }
                """).each("force.judgments");
        List<Answer> notGraded = judgments.stream()
                .filter(each -> each.at("state").equals("NOT_GRADED"))
                .toList();
        assertEquals(
                List.of("EFFICIENCY", "LEGITIMACY"),
                notGraded.stream().map(each -> each.at("question.pillar")).toList());
        for (Answer judgment : notGraded) {
            assertEquals("null", judgment.at("grade"));
            assertTrue(judgment.at("note").contains("Manchester Arena"), judgment.toString());
        }
    }

    @ParameterizedTest(name = "{0} {1}, {2}: from {4}")
    @CsvSource({
        "kent, 2017, prevent, GOOD, 2016",
        "cumbria, 2018/19, prevent, GOOD, 2016",
        "cumbria, 2018/19, investigate, GOOD, 2017",
        "cumbria, 2018/19, soc, GOOD, 2017"
    })
    void carriesAGradeOverFromTheCycleThatGaveIt(
            String force, String cycle, String question, String grade, String from) {
        Answer judgment = query("""
                query ($force: String!, $cycle: String!, $question: String!) {
                  force(name: $force) {
                    judgments(cycle: $cycle, question: $question, pillar: EFFECTIVENESS) {
                      state grade carriedOverFrom { code }
                    }
                  }
                }
                """, Map.of("force", force, "cycle", cycle, "question", question))
                .each("force.judgments")
                .get(0);
        assertEquals("CARRIED_OVER", judgment.at("state"));
        assertEquals(grade, judgment.at("grade"));
        assertEquals(from, judgment.at("carriedOverFrom.code"));
    }

    @Test
    void namesNoEarlierCycleForAGradeOfItsOwn() {
        Answer answer = query("""
                {
                  force(name: "cumbria") {
                    judgments(cycle: "2018/19", question: "vulnerable") {
                      state carriedOverFrom { code }
                    }
                  }
                }
                """);
        assertEquals("GRADED", answer.at("force.judgments.state"));
        assertEquals("null", answer.at("force.judgments.carriedOverFrom"));
    }

    private static String respondCell(Answer answer) {
        int column = answer.all("judgmentMatrix.questions.code").indexOf("respond");
        return answer.each("judgmentMatrix.rows").stream()
                .filter(row -> row.at("force.slug").equals("northamptonshire"))
                .map(row -> row.at("cells." + column + ".grade"))
                .findFirst()
                .orElseThrow();
    }
}
