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

/** All forces together: the matrix of a cycle, official totals, and how much is known. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class JudgmentMatrixTest {

    private static final String MATRIX = """
            query ($cycle: String!, $pillar: Pillar) {
              judgmentMatrix(cycle: $cycle, pillar: $pillar) {
                cycle { code }
                questions { id code pillar }
                rows { force { slug name } cells { grade state question { id } force { slug } } }
              }
            }
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2014", "2015", "2016", "2017", "2018/19", "2021/22", "2023-25", "2025-27"})
    void hasARowForEachForceAndACellForEachQuestion(String cycle) {
        Answer matrix =
                query(MATRIX, Map.of("cycle", cycle)).each("judgmentMatrix").get(0);
        assertEquals(cycle, matrix.at("cycle.code"));
        List<Answer> rows = matrix.each("rows");
        assertEquals(43, rows.size());
        assertEquals(43, matrix.all("rows.force.slug").stream().distinct().count());
        List<String> names = matrix.all("rows.force.name");
        assertEquals(names.stream().sorted().toList(), names);
        List<String> questions = matrix.all("questions.id");
        for (Answer row : rows) {
            List<Answer> cells = row.each("cells");
            assertEquals(questions.size(), cells.size());
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).data().isNull()) {
                    assertEquals(questions.get(i), cells.get(i).at("question.id"));
                    assertEquals(row.at("force.slug"), cells.get(i).at("force.slug"));
                }
            }
        }
    }

    @Test
    void hasTheQuestionsOf2015InTheOrderOfPrintAndBedfordshiresGradesInTheSame() {
        Answer matrix = query(MATRIX, Map.of("cycle", "2015", "pillar", "EFFECTIVENESS"))
                .each("judgmentMatrix")
                .get(0);
        assertEquals(List.of("overall", "prevent", "investigate", "vulnerable", "soc"), matrix.all("questions.code"));
        Answer row = matrix.each("rows").stream()
                .filter(each -> each.at("force.slug").equals("bedfordshire"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("REQUIRES_IMPROVEMENT", "REQUIRES_IMPROVEMENT", "GOOD", "INADEQUATE", "REQUIRES_IMPROVEMENT"),
                row.all("cells.grade"));
    }

    @Test
    void hasANullCellWhereNothingIsKnown() {
        Answer matrix =
                query(MATRIX, Map.of("cycle", "2014")).each("judgmentMatrix").get(0);
        int ungraded = matrix.all("questions.code").indexOf("protect-harm");
        assertTrue(ungraded >= 0);
        for (Answer row : matrix.each("rows")) {
            assertEquals("null", row.at("cells." + ungraded));
        }
    }

    /** The inspectorate's own counts, and Full Fact's: outstanding, good, and so on. */
    @ParameterizedTest(name = "{0} effectiveness, {1}: {2}")
    @CsvSource({
        "2015, OUTSTANDING, 1",
        "2015, GOOD, 24",
        "2015, REQUIRES_IMPROVEMENT, 18",
        "2015, INADEQUATE, 0",
        "2016, OUTSTANDING, 1",
        "2016, GOOD, 28",
        "2016, REQUIRES_IMPROVEMENT, 13",
        "2016, INADEQUATE, 1"
    })
    void countsAsManyForcesPerGradeAsTheInspectorate(String cycle, String grade, int forces) {
        Answer answer = query("""
                query ($cycle: String!, $grade: Grade!) {
                  judgments(filter: {cycle: [$cycle], pillar: [EFFECTIVENESS], question: ["overall"], grade: [$grade]}) {
                    totalCount
                  }
                }
                """, Map.of("cycle", cycle, "grade", grade));
        assertEquals(forces, answer.number("judgments.totalCount"));
    }

    /** As the pages state; Greater Manchester's legitimacy has a grade of one question in 2017, but none overall. */
    @ParameterizedTest(name = "{0} {1}: {2} of 43")
    @CsvSource({
        "2014, EFFECTIVENESS, 42",
        "2014, EFFICIENCY, 38",
        "2014, LEGITIMACY, 0",
        "2015, EFFECTIVENESS, 43",
        "2015, EFFICIENCY, 43",
        "2015, LEGITIMACY, 43",
        "2015, LEADERSHIP, 0",
        "2016, EFFECTIVENESS, 43",
        "2016, EFFICIENCY, 43",
        "2016, LEGITIMACY, 43",
        "2017, EFFECTIVENESS, 41",
        "2017, EFFICIENCY, 41",
        "2017, LEGITIMACY, 43",
        "2018/19, EFFECTIVENESS, 43",
        "2018/19, EFFICIENCY, 43",
        "2018/19, LEGITIMACY, 42"
    })
    void saysHowMuchOfACycleIsKnown(String cycle, String pillar, int graded) {
        Answer coverage = query("{ dataset { coverage { cycle { code } pillar forcesGraded forces } } }")
                .each("dataset.coverage")
                .stream()
                .filter(each -> each.at("cycle.code").equals(cycle))
                .filter(each -> each.at("pillar").equals(pillar))
                .findFirst()
                .orElseThrow();
        assertEquals(graded, coverage.number("forcesGraded"));
        assertEquals(43, coverage.number("forces"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2014, 'OUTSTANDING GOOD REQUIRES_IMPROVEMENT INADEQUATE'",
        "2018/19, 'OUTSTANDING GOOD REQUIRES_IMPROVEMENT INADEQUATE'",
        "2021/22, 'OUTSTANDING GOOD ADEQUATE REQUIRES_IMPROVEMENT INADEQUATE'"
    })
    void ordersTheGradesOfACycle(String cycle, String grades) {
        Answer found = query("{ cycles { code gradeScale { grades { grade } } } }").each("cycles").stream()
                .filter(each -> each.at("code").equals(cycle))
                .findFirst()
                .orElseThrow();
        assertEquals(grades, String.join(" ", found.all("gradeScale.grades.grade")));
    }
}
