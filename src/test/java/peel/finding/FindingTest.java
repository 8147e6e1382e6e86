package peel.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Findings in lists, and what became of recommendations. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class FindingTest {

    @Test
    void hasTheStatusesOfARecommendationInTheRegister() {
        Answer recommendation = query("""
                {
                  findings(filter: {force: ["dyfed-powys"]}) {
                    nodes {
                      registerId kind deadline
                      statuses { status on source { url } }
                    }
                  }
                }
                """).each("findings.nodes").get(0);
        assertEquals("8738", recommendation.at("registerId"));
        assertEquals("RECOMMENDATION", recommendation.at("kind"));
        assertEquals("2017-09", recommendation.at("deadline"));
        assertEquals(List.of("AWAITING_REVIEW", "BEING_PROGRESSED", "COMPLETE"), recommendation.all("statuses.status"));
        assertEquals(List.of("2017-03-03", "2018-05-21", "2018-08-28"), recommendation.all("statuses.on"));
        for (String url : recommendation.all("statuses.source.url")) {
            assertTrue(url.endsWith("/recommendation/dyfed-powys/8738/"), url);
        }
    }

    @Test
    void isFilteredByItsLatestStatus() {
        assertEquals(List.of("8738", "8745"), registered("{status: [COMPLETE]}"));
        assertEquals(List.of("8751"), registered("{status: [BEING_PROGRESSED], cycle: [\"2016\"]}"));
        assertEquals(List.of(), registered("{status: [AWAITING_REVIEW]}"));
    }

    @Test
    void isFilteredByKindQuestionCycleAndForce() {
        Answer answer = query("""
                {
                  soc: findings(filter: {force: ["bedfordshire"], question: ["soc"], kind: [AREA_FOR_IMPROVEMENT]}) { totalCount }
                  areas: findings(filter: {kind: [AREA_FOR_IMPROVEMENT], pillar: [EFFECTIVENESS]}) { totalCount }
                  earlier: findings(filter: {cycle: ["2014"]}) { totalCount nodes { ordinal question { code } } }
                  none: findings(filter: {pillar: [LEGITIMACY]}) { totalCount }
                }
                """);
        assertEquals(4, answer.number("soc.totalCount"));
        assertEquals(6, answer.number("areas.totalCount"));
        assertEquals(List.of("1", "2"), answer.all("earlier.nodes.ordinal"));
        assertEquals(List.of("reduce-crime", "reduce-crime"), answer.all("earlier.nodes.question.code"));
        assertEquals(0, answer.number("none.totalCount"));
    }

    private static List<String> registered(String filter) {
        return query("{ findings(filter: %s) { nodes { registerId } } }".formatted(filter))
                .all("findings.nodes.registerId");
    }
}
