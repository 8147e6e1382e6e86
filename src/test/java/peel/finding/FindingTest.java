package peel.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
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
                  areas: findings(filter: {force: ["bedfordshire"], kind: [AREA_FOR_IMPROVEMENT], pillar: [EFFECTIVENESS]}) { totalCount }
                  earlier: findings(filter: {cycle: ["2014"]}) { totalCount nodes { ordinal question { code } } }
                  none: findings(filter: {force: ["bedfordshire"], pillar: [LEGITIMACY]}) { totalCount }
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

    @DisplayName("Findings of other forces are summarised, with a note where the source says more")
    @Test
    void summarisesFindingsOfOtherForces() {
        Answer answer = query("""
                { kent: findings(filter: {force: ["kent"], cycle: ["2018/19"], question: ["vulnerable"]}) {
                    nodes { kind ordinal text wording note source { publication { code } } } }
                  nottinghamshire: findings(filter: {force: ["nottinghamshire"], cycle: ["2023-25"]}) {
                    nodes { kind question { code } note } }
                  cut: findings(filter: {force: ["south-wales"], cycle: ["2018/19"], question: ["planning"]}) {
                    nodes { ordinal note } } }
                """);
        assertEquals(List.of("1", "2", "3"), answer.all("kent.nodes.ordinal"));
        assertEquals("Use of THRIVE in the control room.", answer.at("kent.nodes.0.text"));
        assertEquals("SUMMARISED", answer.at("kent.nodes.0.wording"));
        assertEquals("null", answer.at("kent.nodes.0.note"));
        assertEquals("hmicfrs-peel-2018-19-pages", answer.at("kent.nodes.0.source.publication.code"));
        assertEquals(
                Set.of("investigate", "leadership", "prevent"),
                Set.copyOf(answer.all("nottinghamshire.nodes.question.code")));
        assertEquals(Set.of("CAUSE_OF_CONCERN"), Set.copyOf(answer.all("nottinghamshire.nodes.kind")));
        assertTrue(answer.all("nottinghamshire.nodes.note")
                .contains("Issued early, in March 2024; closed by April 2025."));
        assertTrue(answer.at("cut.nodes.2.note").contains("at least three"));
    }
}
