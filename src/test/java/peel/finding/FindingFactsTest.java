package peel.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/**
 * Areas for improvement, causes of concern and recommendations in "PEEL: Police effectiveness
 * 2015", Bedfordshire. Numbers are those of the report's list of facts, L is a line of its text.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class FindingFactsTest {

    private static final String FINDINGS = """
            {
              force(name: "bedfordshire") {
                findings {
                  kind ordinal text wording
                  question { code cycle { code } }
                  statuses { status on comment source { lineFrom lineTo } }
                  source { lineFrom lineTo publication { title } }
                }
              }
            }
            """;

    @DisplayName("The finding is served, summarised, with the lines it stands in")
    @ParameterizedTest(name = "fact {0}, L{1}-{2}: {4} {5} of {3}")
    @CsvSource(textBlock = """
            181,  661,  663, prevent,      AREA_FOR_IMPROVEMENT, 1, SUMMARISED,  community teams
            182,  665,  668, prevent,      AREA_FOR_IMPROVEMENT, 2, SUMMARISED,  evaluate
            186, 1371, 1375, soc,          AREA_FOR_IMPROVEMENT, 1, SUMMARISED,  local profile
            187, 1377, 1379, soc,          AREA_FOR_IMPROVEMENT, 2, SUMMARISED,  GAIN
            188, 1381, 1383, soc,          AREA_FOR_IMPROVEMENT, 3, SUMMARISED,  aware of organised crime groups
            189, 1385, 1387, soc,          AREA_FOR_IMPROVEMENT, 4, SUMMARISED,  effect
            190, 1067, 1067, vulnerable,   CAUSE_OF_CONCERN,     1, NOT_PRINTED, causes of concern
            191, 1068, 1069, vulnerable,   RECOMMENDATION,       1, NOT_PRINTED, recommendations
            193,  509,  511, reduce-crime, RECOMMENDATION,       1, SUMMARISED,  neighbourhood policing
            195,  536,  539, reduce-crime, RECOMMENDATION,       2, SUMMARISED,  tactics
            """)
    void servesTheFinding(
            int fact, int from, int to, String question, String kind, String ordinal, String wording, String words) {
        Answer finding = of(question, kind).stream()
                .filter(each -> each.at("ordinal").equals(ordinal))
                .findFirst()
                .orElseThrow();
        assertEquals(wording, finding.at("wording"));
        assertTrue(finding.at("text").contains(words), finding.toString());
        assertTrue(
                finding.number("source.lineFrom") <= to && finding.number("source.lineTo") >= from, finding.toString());
        assertEquals(question.equals("reduce-crime") ? "2014" : "2015", finding.at("question.cycle.code"));
    }

    @DisplayName("A question has the areas for improvement of its box and no others")
    @ParameterizedTest(name = "fact {0}: {2} of {1}")
    @CsvSource({"180, prevent, 2", "183, investigate, 0", "184, vulnerable, 0", "185, soc, 4"})
    void hasTheAreasForImprovementOfTheBox(int fact, String question, int areas) {
        assertEquals(areas, of(question, "AREA_FOR_IMPROVEMENT").size());
    }

    @DisplayName("What became of the recommendation of 2014 is served as a status")
    @ParameterizedTest(name = "fact {0}, L{1}-{2}: recommendation {3}")
    @CsvSource({"194, 512, 515, 1, watching", "196, 539, 539, 2, some progress"})
    void servesTheStatusOfARecommendation(int fact, int from, int to, int recommendation, String words) {
        Answer finding = of("reduce-crime", "RECOMMENDATION").get(recommendation - 1);
        assertEquals("BEING_PROGRESSED", finding.at("statuses.status"));
        assertTrue(finding.at("statuses.comment").contains(words), finding.toString());
        assertTrue(
                finding.number("statuses.source.lineFrom") <= to && finding.number("statuses.source.lineTo") >= from);
    }

    @DisplayName("A concern or a \"should\" in the text is no finding")
    @ParameterizedTest(name = "fact {0}, L{1}-{2}")
    @CsvSource({"192, 50, 52", "197, 902, 904", "198, 1275, 1276", "199, 1299, 1302"})
    void createsNoFindingFromProse(int fact, int from, int to) {
        List<Answer> there = findings().stream()
                .filter(finding -> finding.number("source.lineFrom") <= to && finding.number("source.lineTo") >= from)
                .toList();
        assertEquals(List.of(), there);
    }

    private static List<Answer> of(String question, String kind) {
        return findings().stream()
                .filter(finding -> finding.at("question.code").equals(question))
                .filter(finding -> finding.at("kind").equals(kind))
                .toList();
    }

    private static List<Answer> findings() {
        return query(FINDINGS).each("force.findings");
    }
}
