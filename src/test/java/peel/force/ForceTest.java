package peel.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Forces by their names and by what they have in common. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ForceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bedfordshire",
                "E23000026",
                "e23000026",
                "Bedfordshire Police",
                "Bedfordshire",
                "BEDFORDSHIRE POLICE",
                " bedfordshire ",
                "Bedfordshire  police"
            })
    void isFoundByAnyOfItsNames(String name) {
        Answer force = query("""
                query ($name: String!) {
                  force(name: $name) { slug name onsCode country region regionalOrganisedCrimeUnit }
                }
                """, Map.of("name", name)).each("force").get(0);
        assertEquals("bedfordshire", force.at("slug"));
        assertEquals("Bedfordshire Police", force.at("name"));
        assertEquals("E23000026", force.at("onsCode"));
        assertEquals("ENGLAND", force.at("country"));
        assertEquals("Eastern", force.at("region"));
        assertEquals("ERSOU", force.at("regionalOrganisedCrimeUnit"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "GMP, greater-manchester",
        "Avon and Somerset, avon-and-somerset",
        "AVON & SOMERSET, avon-and-somerset",
        "Dyfed – Powys, dyfed-powys",
        "Hampshire and Isle of Wight Constabulary, hampshire",
        "Hampshire Constabulary, hampshire",
        "Heddlu Gwent, gwent",
        "Heddlu Dyfed Powys, dyfed-powys",
        "heddlu gogledd cymru, north-wales",
        "Heddlu De Cymru, south-wales",
        "W15000001, north-wales",
        "W15000002, gwent",
        "W15000003, south-wales",
        "W15000004, dyfed-powys"
    })
    void isFoundByAliasAndWelshCode(String name, String slug) {
        Answer answer = query("query ($name: String!) { force(name: $name) { slug } }", Map.of("name", name));
        assertEquals(slug, answer.at("force.slug"));
    }

    @Test
    void isNullWhenNoForceHasTheName() {
        assertEquals("null", query("{ force(name: \"Atlantis\") { slug } }").at("force"));
        assertEquals("null", query("{ force(name: \"\") { slug } }").at("force"));
    }

    @Test
    void findsTheForceOfALocalAuthority() {
        for (String luton : List.of("Luton", "luton", "E06000032")) {
            Answer answer = query("""
                    query ($authority: String) {
                      forces(filter: {localAuthority: $authority}) {
                        nodes { slug localAuthorities { name code communitySafetyPartnership } }
                      }
                    }
                    """, Map.of("authority", luton));
            assertEquals("bedfordshire", answer.at("forces.nodes.slug"));
            assertEquals(
                    List.of("Bedford", "Central Bedfordshire", "Luton"),
                    answer.all("forces.nodes.localAuthorities.name"));
            assertTrue(answer.all("forces.nodes.localAuthorities.code").contains("E06000032"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "{localAuthority: \"Lutn\"}, 'no local authority \"Lutn\". Did you mean \"Luton\"'",
        "{localAuthority: \"Atlantis\"}, 'no local authority \"Atlantis\". Accepted: '",
        "{region: [\"Estern\"]}, 'no region \"Estern\". Known: East Midlands, Eastern, London, '",
        "{regionalOrganisedCrimeUnit: [\"X\"]}, 'no regional organised crime unit \"X\". Known: EMSOU, ERSOU, '"
    })
    void refusesUnknownNamesInAFilterAndSaysWhichAreKnown(String filter, String message) {
        String refusal = refusal("{ forces(filter: " + filter + ") { totalCount } }");
        assertTrue(refusal.contains(message), refusal);
    }

    // Typed from the list of councils by hand.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cumberland                         | cumbria
            Westmorland & Furness              | cumbria
            Allerdale                          | cumbria
            Buckinghamshire                    | thames-valley
            Aylesbury Vale                     | thames-valley
            Oxfordshire County Council         | thames-valley
            Bournemouth Christchurch & Poole   | dorset
            Dorset Council                     | dorset
            Somerset West and Taunton          | avon-and-somerset
            Bristol                            | avon-and-somerset
            City of Bristol                    | avon-and-somerset
            Hull                               | humberside
            Kingston-upon-Hull City Council    | humberside
            Folkestone & Hythe                 | kent
            Shepway                            | kent
            Borough of Kings Lynn & W. Norfolk |
            Borough of Kings Lynn&West Norfolk | norfolk
            North Northamptonshire             | northamptonshire
            Corporation of London              | city-of-london
            London Borough of Camden           | metropolitan
            E10000034                          | west-mercia
            Ynys Mon                           | north-wales
            Cyngor Sir Ynys Môn                | north-wales
            Sir Gâr                            | dyfed-powys
            Bro Morgannwg                      | south-wales
            Cyngor Bwrdeistref Sirol Caerffili | gwent
            Casnewydd                          | gwent
            """)
    void findsTheForceOfACouncil(String council, String slug) {
        String filter = "query ($name: String) { forces(filter: {localAuthority: $name}) { nodes { slug } } }";
        if (slug == null) {
            assertTrue(refusal(filter, Map.of("name", council)).contains("no local authority"));
        } else {
            assertEquals(List.of(slug), query(filter, Map.of("name", council)).all("forces.nodes.slug"));
        }
    }

    // The end is the day before the councils that replaced the districts started.
    @Test
    void listsCouncilsWithTheTimeForWhichTheyExisted() {
        Answer cumbria = query("""
                { force(name: "cumbria") {
                    councils { name officialName kind county from to otherNames source { publication { publisher } } } } }
                """).each("force").get(0);
        assertEquals(
                List.of(
                        "Allerdale",
                        "Barrow-in-Furness",
                        "Carlisle",
                        "Copeland",
                        "Cumberland",
                        "Eden",
                        "South Lakeland",
                        "Westmorland and Furness"),
                cumbria.all("councils.name"));
        Answer allerdale = cumbria.each("councils").get(0);
        assertEquals("DISTRICT", allerdale.at("kind"));
        assertEquals("null", allerdale.at("from"));
        assertEquals("2023-03-31", allerdale.at("to"));
        assertEquals("ONS", allerdale.at("source.publication.publisher"));
        Answer cumberland = cumbria.each("councils").get(4);
        assertEquals("Cumberland Council", cumberland.at("officialName"));
        assertEquals("UNITARY_AUTHORITY", cumberland.at("kind"));
        assertEquals("2023-04-01", cumberland.at("from"));
        assertEquals("null", cumberland.at("to"));
        assertEquals("mySociety", cumberland.at("source.publication.publisher"));
    }

    // Types in the list of councils: 63 unitary authorities of England, 22 of Wales.
    @Test
    void shares339CouncilsThatExistAmongTheForces() {
        Map<String, Long> byKind = query("{ forces { nodes { councils { kind to } } } }").each("forces.nodes").stream()
                .flatMap(force -> force.each("councils").stream())
                .filter(council -> council.at("to").equals("null"))
                .collect(Collectors.groupingBy(council -> council.at("kind"), Collectors.counting()));
        Map<String, Long> expected = Map.ofEntries(
                Map.entry("COUNTY", 21L),
                Map.entry("DISTRICT", 164L),
                Map.entry("UNITARY_AUTHORITY", 63L + 22),
                Map.entry("METROPOLITAN_DISTRICT", 36L),
                Map.entry("LONDON_BOROUGH", 32L),
                Map.entry("CITY_CORPORATION", 1L));
        assertEquals(expected, byKind);
    }

    @Test
    void hasOfficialNamesByLanguageAndPeriod() {
        Answer answer = query("""
                { hampshire: force(name: "hampshire") { name names { name fromYear toYear } }
                  gwent: force(name: "gwent") { names { name language } } }
                """);
        assertEquals("Hampshire Constabulary", answer.at("hampshire.name"));
        assertEquals(
                List.of("Hampshire Constabulary", "Hampshire and Isle of Wight Constabulary"),
                answer.all("hampshire.names.name"));
        assertEquals(List.of("null", "2022"), answer.all("hampshire.names.fromYear"));
        assertEquals(List.of("2022", "null"), answer.all("hampshire.names.toYear"));
        assertEquals(List.of("Gwent Police", "Heddlu Gwent"), answer.all("gwent.names.name"));
        assertEquals(List.of("ENGLISH", "WELSH"), answer.all("gwent.names.language"));
    }

    @Test
    void sharesThe348LocalAuthoritiesAmongTheForces() {
        List<String> codes =
                query("{ forces { nodes { localAuthorities { code } } } }").all("forces.nodes.localAuthorities.code");
        assertEquals(348, codes.size());
        assertEquals(348, codes.stream().distinct().count());
    }

    @Test
    void isFilteredByRegion() {
        assertEquals(
                List.of("bedfordshire", "cambridgeshire", "essex", "hertfordshire", "norfolk", "suffolk"),
                slugs("{region: [\"Eastern\"]}"));
        assertEquals(slugs("{region: [\"Eastern\"]}"), slugs("{region: [\"EASTERN\"]}"));
        assertEquals(List.of(), slugs("{region: []}"));
    }

    @Test
    void isFilteredByRegionalOrganisedCrimeUnit() {
        // Kent is in the South East and belongs to the eastern unit.
        List<String> eastern = slugs("{regionalOrganisedCrimeUnit: [\"ERSOU\"]}");
        assertEquals(7, eastern.size());
        assertTrue(eastern.contains("kent"));
        assertEquals(List.of("kent"), slugs("{regionalOrganisedCrimeUnit: [\"ERSOU\"], region: [\"South East\"]}"));
    }

    @Test
    void isFilteredByCountry() {
        assertEquals(List.of("dyfed-powys", "gwent", "north-wales", "south-wales"), slugs("{country: [WALES]}"));
        assertEquals(39, slugs("{country: [ENGLAND]}").size());
        assertEquals(43, slugs("{country: [ENGLAND, WALES]}").size());
    }

    @Test
    void isFilteredByName() {
        assertEquals(List.of("bedfordshire", "greater-manchester"), slugs("{name: [\"GMP\", \"E23000026\"]}"));
    }

    @Test
    void isFilteredByASingleJudgmentThatMeetsAllConditions() {
        assertEquals(
                List.of("bedfordshire", "essex"),
                slugs(
                        "{judged: {cycle: [\"2015\"], question: [\"vulnerable\"], grade: [INADEQUATE]}, region: [\"Eastern\"]}"));
        assertEquals(
                18,
                slugs(
                                "{judged: {cycle: [\"2015\"], pillar: [EFFECTIVENESS], question: [\"overall\"], grade: [REQUIRES_IMPROVEMENT]}}")
                        .size());
        // Bedfordshire has inadequate judgments of 2015, and judgments of its investigations, but
        // no
        // inadequate one of those.
        assertFalse(slugs("{judged: {cycle: [\"2015\"], question: [\"investigate\"], grade: [INADEQUATE]}}")
                .contains("bedfordshire"));
    }

    @Test
    void isFilteredByTheCorrectedJudgmentNotTheOriginalOne() {
        String respond = "{judged: {cycle: [\"2023-25\"], question: [\"respond\"], grade: [%s]}}";
        assertTrue(slugs(respond.formatted("REQUIRES_IMPROVEMENT")).contains("northamptonshire"));
        assertFalse(slugs(respond.formatted("ADEQUATE")).contains("northamptonshire"));
    }

    @ParameterizedTest(name = "{0} {1}: {2} ({3})")
    @CsvSource({
        "cleveland, 0, ENTERED_ENGAGE, 2019-01-01, YEAR",
        "cleveland, 1, LEFT_ENGAGE, 2023-09-01, MONTH",
        "devon-and-cornwall, 0, ENTERED_ENGAGE, 2022-10-14, DAY",
        "devon-and-cornwall, 1, LEFT_ENGAGE, 2025-08-01, MONTH",
        "wiltshire, 0, ENTERED_ENGAGE, 2022-06-01, MONTH",
        "wiltshire, 1, LEFT_ENGAGE, 2024-05-01, MONTH",
        "metropolitan, 0, ENTERED_ENGAGE, 2022-06-28, DAY",
        "metropolitan, 1, LEFT_ENGAGE, 2025-01-23, DAY",
        "nottinghamshire, 0, ENTERED_ENGAGE, 2024-03-11, DAY",
        "nottinghamshire, 1, LEFT_ENGAGE, 2025-05-22, DAY",
        "gloucestershire, 0, ENTERED_ENGAGE, 2021-12-01, MONTH",
        "gloucestershire, 1, LEFT_ENGAGE, 2023-09-01, MONTH",
        "greater-manchester, 0, ENTERED_ENGAGE, 2020-12-01, MONTH",
        "greater-manchester, 1, LEFT_ENGAGE, 2022-10-01, MONTH",
        "staffordshire, 0, ENTERED_ENGAGE, 2022-06-01, MONTH",
        "staffordshire, 1, LEFT_ENGAGE, 2024-05-01, MONTH",
        "west-midlands, 0, ENTERED_ENGAGE, 2023-11-24, DAY",
        "west-midlands, 1, LEFT_ENGAGE, 2024-09-18, DAY",
        "lincolnshire, 0, ENTERED_ENGAGE, 2024-12-06, DAY"
    })
    void hasThePrecisionOfTheDateOfMonitoring(String force, int index, String event, String on, String precision) {
        Answer monitoring = query(
                        "query ($name: String!) { force(name: $name) { monitoring { event on precision } } }",
                        Map.of("name", force))
                .each("force.monitoring")
                .get(index);
        assertEquals(event, monitoring.at("event"));
        assertEquals(on, monitoring.at("on"));
        assertEquals(precision, monitoring.at("precision"));
    }

    /** Facts 51 to 53 of the report. */
    @Test
    void hasTheDatesOfTheFieldwork() {
        List<Answer> fieldwork = query("""
                {
                  force(name: "bedfordshire") {
                    inspections(cycle: "2015") {
                      pillar fieldwork { from to questionCodes }
                    }
                  }
                }
                """).each("force.inspections").stream()
                .filter(each -> each.at("pillar").equals("EFFECTIVENESS"))
                .flatMap(each -> each.each("fieldwork").stream())
                .toList();
        assertEquals(2, fieldwork.size());
        assertEquals(List.of("vulnerable"), fieldwork.get(0).all("questionCodes"));
        assertEquals("2015-06-01", fieldwork.get(0).at("from"));
        assertEquals("2015-08-31", fieldwork.get(0).at("to"));
        assertEquals(List.of("prevent", "investigate", "soc"), fieldwork.get(1).all("questionCodes"));
        assertEquals("2015-09-01", fieldwork.get(1).at("from"));
        assertEquals("2015-11-30", fieldwork.get(1).at("to"));
    }

    private static List<String> slugs(String filter) {
        return query("{ forces(filter: %s, first: 100) { nodes { slug } } }".formatted(filter))
                .all("forces.nodes.slug");
    }
}
