package peel.lookup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.node.NaturalKey;
import peel.node.NodeId;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Objects are fetched again by their ids. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class NodeTest {

    private static final String BEDFORDSHIRE = "RkTsvWF92BwiZArxgoy2JA4";

    private static final String NODES = """
            query ($ids: [ID!]!) {
              nodes(ids: $ids) {
                id __typename
                ... on Force { slug }
                ... on Question { code }
                ... on Inspection { pillar }
                ... on Judgment { grade }
                ... on Finding { text }
                ... on OrganisedCrimeGroupCount { value }
              }
            }
            """;

    @Test
    void returnsObjectsInTheOrderOfTheIds() {
        Answer force = query("""
                {
                  force(name: "bedfordshire") {
                    id
                    judgments(cycle: "2015", question: "soc") { id question { id } inspection { id } }
                    findings(cycle: "2014") { id }
                    organisedCrimeGroupCounts { id }
                  }
                }
                """).each("force").get(0);
        List<String> ids = List.of(
                force.at("organisedCrimeGroupCounts.0.id"),
                force.at("id"),
                force.at("judgments.0.question.id"),
                force.at("judgments.0.inspection.id"),
                force.at("judgments.0.id"),
                force.at("findings.0.id"),
                force.at("id"));
        Answer answer = query(NODES, Map.of("ids", ids));
        assertEquals(ids, answer.all("nodes.id"));
        assertEquals(
                List.of("OrganisedCrimeGroupCount", "Force", "Question", "Inspection", "Judgment", "Finding", "Force"),
                answer.all("nodes.__typename"));
        assertEquals("49", answer.at("nodes.0.value"));
        assertEquals("bedfordshire", answer.at("nodes.1.slug"));
        assertEquals("soc", answer.at("nodes.2.code"));
        assertEquals("EFFECTIVENESS", answer.at("nodes.3.pillar"));
        assertEquals("REQUIRES_IMPROVEMENT", answer.at("nodes.4.grade"));
        assertTrue(answer.at("nodes.5.text").contains("neighbourhood policing"));
    }

    @ParameterizedTest
    @CsvSource({
        "'cycle(code: \"2018/19\")', code, 2018/19",
        "'metric(code: \"workforce.officers\")', name, Police officers",
        "'area(code: \"england-and-wales\")', kind, ENGLAND_AND_WALES",
        "'area(code: \"Beds Police\")', code, bedfordshire",
        "'publication(code: \"peel-effectiveness-2015-bedfordshire\")', published, 2016-02-18",
    })
    void looksOneUpByCodeAndFetchesItAgainById(String lookup, String field, String value) {
        Answer found = query("{ %s { __typename id %s } }".formatted(lookup, field))
                .each(lookup.substring(0, lookup.indexOf('(')))
                .get(0);
        assertEquals(value, found.at(field));
        Answer again = query("{ node(id: \"%s\") { __typename id ... on %s { %s } } }"
                        .formatted(found.at("id"), found.at("__typename"), field))
                .each("node")
                .get(0);
        assertEquals(found.data(), again.data());
    }

    @Test
    void namesPublicationsThatMayBeMeant() {
        String message = refusal("{ publication(code: \"ons-pfa-table-march-2019\") { title } }");
        assertTrue(
                message.startsWith("There is no publication \"ons-pfa-table-march-2019\"."
                        + " Did you mean \"ons-pfa-tables-march-2019\""),
                message);
    }

    /** Each run of the tests has a new database, so an id that is written here is the same in all databases. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RkTsvWF92BwiZArxgoy2JA4, Force",
        "UfxdOwk_VYo5KqTD8JilMpw, Question",
        "SUUhlOvxZzb3Q5IjPvjXjqM, Inspection",
        "SogQtMEctwp15jVGGiYnbzs, Judgment",
        "Tn_ORirD_KMepDRCjpTTMd4, Finding",
        "T0ZnshgVuI2l18jSduxBo6o, OrganisedCrimeGroupCount",
        "Q0HxNeUqQBID6weVjYvYAZo, Cycle"
    })
    void hasTheSameIdInEveryDatabase(String id, String type) {
        Answer answer = query("query ($id: ID!) { node(id: $id) { id __typename } }", Map.of("id", id));
        assertEquals(id, answer.at("node.id"));
        assertEquals(type, answer.at("node.__typename"));
    }

    /** The ID of a population figure that earlier versions of the service took from another publication. */
    @ParameterizedTest(name = "{0}, {1}: {3}")
    @CsvSource({
        "metropolitan, 2015-06-30, population.resident, 8660200",
        "greater-manchester, 2018-06-30, population.resident, 2812600",
        "bedfordshire, 2019-06-30, population.resident-computed, 674992"
    })
    void findsWhatReplacedAWithdrawnFigure(String area, String day, String metric, String value) {
        UUID key = NaturalKey.of(
                "observation",
                "population.resident",
                area,
                null,
                null,
                day,
                null,
                null,
                "ons-population-police-forces-2009-2019");
        Answer answer = query("""
                query ($id: ID!) { node(id: $id) { ... on Population { area { code } asAt value metric { code } } } }
                """, Map.of("id", new NodeId('O', key).encoded()));
        assertEquals(area, answer.at("node.area.code"));
        assertEquals(day, answer.at("node.asAt"));
        assertEquals(value, answer.at("node.value"));
        assertEquals(metric, answer.at("node.metric.code"));
    }

    @Test
    void isNullForAnObjectThatNoLongerExists() {
        String gone = "RgAAAAAAAAAAAAAAAAAAAAA";
        assertEquals(
                "null", query("{ node(id: \"%s\") { id } }".formatted(gone)).at("node"));
        assertEquals(
                List.of("null", BEDFORDSHIRE),
                query(NODES, Map.of("ids", List.of(gone, BEDFORDSHIRE))).all("nodes.id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bedfordshire", "", "RkTsvWF92BwiZArxgoy2JA", "WkTsvWF92BwiZArxgoy2JA4", "%%%"})
    void refusesWhatIsNotAnId(String id) {
        String message = refusal("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id));
        assertTrue(message.startsWith("\"" + id + "\" is not an ID of this service"), message);
    }

    // GraphQL specification, section 6.4.4: the nearest field that may be null is the element.
    @ParameterizedTest
    @ValueSource(strings = {"bedfordshire", "", "RkTsvWF92BwiZArxgoy2JA", "WkTsvWF92BwiZArxgoy2JA4", "%%%"})
    void refusesOnlyTheElementThatIsNotAnId(String id) {
        given().contentType("application/json")
                .body(Map.of("query", NODES, "variables", Map.of("ids", List.of(BEDFORDSHIRE, id, BEDFORDSHIRE))))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.nodes[0].id", equalTo(BEDFORDSHIRE))
                .body("data.nodes[1]", nullValue())
                .body("data.nodes[2].id", equalTo(BEDFORDSHIRE))
                .body("errors", hasSize(1))
                .body("errors[0].path", equalTo(List.of("nodes", 1)))
                .body("errors[0].message", startsWith("\"" + id + "\" is not an ID of this service"))
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
    }

    @Test
    void fetchesAtMost100AtATime() {
        assertEquals(
                100,
                query(NODES, Map.of("ids", Collections.nCopies(100, BEDFORDSHIRE)))
                        .all("nodes.id")
                        .size());
        String message = refusal(NODES, Map.of("ids", Collections.nCopies(101, BEDFORDSHIRE)));
        assertTrue(message.contains("101") && message.contains("100"), message);
    }
}
