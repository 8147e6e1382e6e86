package peel.judgment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/**
 * The judgments of "PEEL: Police effectiveness 2015", Bedfordshire. Numbers are those of the
 * report's list of facts, L is a line of its text; expected values were read in the report.
 *
 * <p>Facts without a case: 12 (the overall question's title, which puts "Overview" before the
 * wording of 13) and 27 (question 3 in another word order: one wording is kept, that of 26).
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class JudgmentFactsTest {

    private static final String JUDGMENTS = """
            query ($question: String) {
              force(name: "bedfordshire") {
                judgments(cycle: "2015", pillar: EFFECTIVENESS, question: $question) {
                  state grade note
                  question { code wording kind wordingBasis }
                  statedComparison { direction year grade }
                  source { lineFrom lineTo publication { title publisher published } }
                }
              }
            }
            """;

    @DisplayName("The grade is served as printed, with the lines it stands in")
    @ParameterizedTest(name = "fact {0}, L{1}-{2}: {3} is {4}")
    @CsvSource(textBlock = """
            11,   4,   7, overall,     REQUIRES_IMPROVEMENT
            17,  80,  80, prevent,     REQUIRES_IMPROVEMENT
            22,  83,  83, investigate, GOOD
            28, 189, 189, vulnerable,  INADEQUATE
            34, 192, 192, soc,         REQUIRES_IMPROVEMENT
            """)
    void servesTheGradeAsPrinted(int fact, int from, int to, String question, String grade) {
        Answer judgment = judgment(question);
        assertEquals("GRADED", judgment.at("state"));
        assertEquals(grade, judgment.at("grade"));
        assertTrue(
                judgment.number("source.lineFrom") <= to && judgment.number("source.lineTo") >= from,
                judgment.toString());
        assertEquals("HMIC", judgment.at("source.publication.publisher"));
        assertTrue(judgment.at("source.publication.title").startsWith("PEEL: Police effectiveness 2015"));
    }

    /** 14 and 38 say the overall grade and question 3's in a sentence of the overview. */
    @DisplayName("A grade that the report repeats is the same judgment")
    @ParameterizedTest(name = "fact {0}, L{1}: {2} is {3} here too")
    @CsvSource(textBlock = """
            14,   10, overall,     REQUIRES_IMPROVEMENT
            18,  626, prevent,     REQUIRES_IMPROVEMENT
            23,  958, investigate, GOOD
            29,  993, vulnerable,  INADEQUATE
            30, 1003, vulnerable,  INADEQUATE
            35, 1349, soc,         REQUIRES_IMPROVEMENT
            38,   16, vulnerable,  INADEQUATE
            """)
    void hasOneJudgmentForAGradeThatIsRepeated(int fact, int line, String question, String grade) {
        assertEquals(grade, judgment(question).at("grade"));
    }

    @DisplayName("The chapter that repeats a grade is named")
    @ParameterizedTest(name = "fact {0}: {1}, {2}")
    @CsvSource(textBlock = """
            18, prevent,     L626
            23, investigate, L958
            29, vulnerable,  L993
            35, soc,         L1349
            """)
    void namesTheChapterThatRepeatsAGrade(int fact, String question, String line) {
        assertTrue(judgment(question).at("note").contains(line));
    }

    @DisplayName("The question is worded as printed")
    @ParameterizedTest(name = "fact {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            13 | overall     | How effective is the force at keeping people safe and reducing crime?
            16 | prevent     | How effective is the force at preventing crime and anti-social behaviour, and keeping people safe?
            21 | investigate | How effective is the force at investigating crime and managing offenders?
            26 | vulnerable  | How effective is the force at protecting from harm those who are vulnerable, and supporting victims?
            33 | soc         | How effective is the force at tackling serious and organised crime, including its arrangements for fulfilling its national policing responsibilities?
            """)
    void wordsTheQuestionAsPrinted(int fact, String question, String wording) {
        Answer judgment = judgment(question);
        assertEquals(wording, judgment.at("question.wording"));
        assertEquals("VERBATIM", judgment.at("question.wordingBasis"));
    }

    @DisplayName("What the report says of the year before is served as it says it")
    @ParameterizedTest(name = "fact {0}, L{1}: {2} {3} {4} {5}")
    @CsvSource(textBlock = """
            15,   17, overall,     NOT_COMPARABLE, null, null
            19,   88, prevent,     DETERIORATED,   2014, GOOD
            20,  630, prevent,     DETERIORATED,   2014, GOOD
            24,  103, investigate, IMPROVED,       2014, REQUIRES_IMPROVEMENT
            25,  962, investigate, IMPROVED,       2014, REQUIRES_IMPROVEMENT
            36,  231, soc,         NOT_COMPARABLE, null, null
            37, 1353, soc,         NOT_COMPARABLE, null, null
            """)
    void servesTheComparisonWithThePreviousYear(
            int fact, int line, String question, String direction, String year, String grade) {
        Answer judgment = judgment(question);
        assertEquals(direction, judgment.at("statedComparison.direction"));
        assertEquals(year, judgment.at("statedComparison.year"));
        assertEquals(grade, judgment.at("statedComparison.grade"));
    }

    @DisplayName("Progress told in prose is no comparison")
    @ParameterizedTest(name = "fact {0}, L{1}")
    @CsvSource({"31, 196", "32, 997"})
    void createsNoComparisonFromProseAboutProgress(int fact, int line) {
        assertEquals("null", judgment("vulnerable").at("statedComparison"));
    }

    @Test
    @DisplayName("Facts 39 to 43: \"good arrangements\", \"robust\", \"a good start\" and \"poor\" are no judgments")
    void createsNoJudgmentFromProse() {
        Answer force = query(JUDGMENTS, Map.of()).each("force").get(0);
        assertEquals(
                List.of("overall", "prevent", "investigate", "vulnerable", "soc"),
                force.all("judgments.question.code"));
        assertEquals(
                List.of("REQUIRES_IMPROVEMENT", "REQUIRES_IMPROVEMENT", "GOOD", "INADEQUATE", "REQUIRES_IMPROVEMENT"),
                force.all("judgments.grade"));
    }

    private static Answer judgment(String question) {
        List<Answer> judgments = query(JUDGMENTS, Map.of("question", question)).each("force.judgments");
        assertEquals(1, judgments.size(), judgments.toString());
        assertEquals(question, judgments.get(0).at("question.code"));
        return judgments.get(0);
    }
}
