package peel.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Every list, read page by page from either end: no item is repeated, and none is missing. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class PaginationTest {

    @ParameterizedTest(name = "{0}({1}) in pages of {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            judgments                 | orderBy: FORCE                                                             |   7
            judgments                 | orderBy: FORCE                                                             | 100
            judgments                 | orderBy: NEWEST_CYCLE                                                      |   7
            judgments                 | orderBy: NEWEST_CYCLE                                                      | 100
            judgments                 | orderBy: NEWEST_CYCLE, filter: {grade: [GOOD], pillar: [LEGITIMACY]}       |  10
            judgments                 | filter: {asOf: "2024-08-07", cycle: ["2023-25"]}                           |   2
            forces                    | orderBy: NAME                                                              |   7
            forces                    | orderBy: ONS_CODE                                                          |   7
            forces                    | orderBy: REGION                                                            |   7
            forces                    | orderBy: REGION, filter: {country: [ENGLAND]}                              |   1
            observations              | orderBy: METRIC, filter: {metric: ["asb.rate"]}                            |   7
            observations              | orderBy: METRIC                                                            | 100
            observations              | orderBy: NEWEST, filter: {metric: ["outcome.count"]}                       |   7
            observations              | orderBy: NEWEST, filter: {from: "2019-01-01"}                              | 100
            observations              | orderBy: OLDEST, filter: {to: "2006-12-31"}                                | 100
            observations              | orderBy: METRIC, filter: {area: ["bedfordshire"]}                          |   7
            observations              | orderBy: NEWEST, filter: {metric: ["population.resident"]}                 |  50
            observations              | orderBy: OLDEST, filter: {from: "2015-04-01", to: "2015-12-31"}            |   9
            observations              | orderBy: OLDEST, filter: {missing: true}                                   |   3
            observations              | orderBy: NEWEST, filter: {type: [CRIME_OUTCOME], area: ["kent", "essex"]}  |   5
            judgments                 | orderBy: FORCE, filter: {cycle: ["2014"]}                                  |   1
            judgments                 | orderBy: FORCE, filter: {cycle: ["2014"]}                                  |   2
            judgments                 | orderBy: NEWEST_CYCLE, filter: {force: ["kent", "bedfordshire"]}           |   1
            judgments                 | orderBy: NEWEST_CYCLE, filter: {force: ["kent", "bedfordshire"]}           |   2
            forces                    | orderBy: NAME                                                              |   1
            forces                    | orderBy: NAME                                                              |   2
            forces                    | orderBy: ONS_CODE                                                          |   1
            forces                    | orderBy: ONS_CODE                                                          |   2
            forces                    | orderBy: REGION                                                            |   1
            forces                    | orderBy: REGION                                                            |   2
            observations              | orderBy: METRIC, filter: {area: ["bedfordshire"], from: "2015-04-01", to: "2016-03-31"}      |   1
            observations              | orderBy: METRIC, filter: {area: ["bedfordshire"], from: "2015-04-01", to: "2016-03-31"}      |   2
            observations              | orderBy: NEWEST, filter: {area: ["bedfordshire"], from: "2015-04-01", to: "2016-03-31"}      |   1
            observations              | orderBy: NEWEST, filter: {area: ["bedfordshire"], from: "2015-04-01", to: "2016-03-31"}      |   2
            observations              | orderBy: OLDEST, filter: {area: ["bedfordshire"], from: "2015-04-01", to: "2016-03-31"}      |   1
            observations              | orderBy: OLDEST, filter: {area: ["bedfordshire"], from: "2015-04-01", to: "2016-03-31"}      |   2
            findings                  | -                                                                          |   1
            findings                  | -                                                                          |   2
            findings                  | -                                                                          |   7
            organisedCrimeGroupCounts | -                                                                          |   3
            offenderManagementFigures | filter: {area: ["bedfordshire"]}                                           |   3
            """)
    void readsAllItemsForwardsAndBackwards(String list, String arguments, int size) {
        String given = arguments == null ? "" : arguments + ", ";
        List<String> forwards = forwards(list, given, size);
        assertEquals(forwards.size(), new HashSet<>(forwards).size(), "an item is repeated");
        int total = query("{ %s(%sfirst: 1) { totalCount } }".formatted(list, given))
                .number(list + ".totalCount");
        assertEquals(total, forwards.size(), "an item is missing");
        assertTrue(total > size, "the list must have more than one page");
        assertEquals(forwards, backwards(list, given, size));
    }

    private static List<String> forwards(String list, String given, int size) {
        List<String> ids = new ArrayList<>();
        String after = null;
        boolean more = true;
        while (more) {
            Answer page = page(list, given + "first: $size, after: $cursor", size, after);
            assertEquals(!ids.isEmpty(), flag(page, "hasPreviousPage"));
            List<String> items = page.all("nodes.id");
            ids.addAll(items);
            more = flag(page, "hasNextPage");
            assertTrue(more ? items.size() == size : items.size() <= size);
            after = page.at("pageInfo.endCursor");
        }
        return ids;
    }

    private static List<String> backwards(String list, String given, int size) {
        List<String> ids = new ArrayList<>();
        String before = null;
        boolean more = true;
        while (more) {
            Answer page = page(list, given + "last: $size, before: $cursor", size, before);
            assertEquals(!ids.isEmpty(), flag(page, "hasNextPage"));
            List<String> items = new ArrayList<>(page.all("nodes.id"));
            Collections.reverse(items);
            ids.addAll(items);
            more = flag(page, "hasPreviousPage");
            assertTrue(more ? items.size() == size : items.size() <= size);
            before = page.at("pageInfo.startCursor");
        }
        Collections.reverse(ids);
        return ids;
    }

    /** A page whose edges agree with its nodes and page info. */
    private static Answer page(String list, String arguments, int size, String cursor) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("size", size);
        variables.put("cursor", cursor);
        Answer page =
                query("""
                        query ($size: Int!, $cursor: String) {
                          %s(%s) {
                            nodes { id }
                            edges { cursor node { id } }
                            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                          }
                        }
                        """.formatted(list, arguments), variables).each(list).get(0);
        List<String> cursors = page.all("edges.cursor");
        assertEquals(page.all("nodes.id"), page.all("edges.node.id"));
        assertEquals(cursors.get(0), page.at("pageInfo.startCursor"));
        assertEquals(cursors.get(cursors.size() - 1), page.at("pageInfo.endCursor"));
        return page;
    }

    // Expected as section 4.4 of Relay's specification of cursor connections computes it.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            first: 0                           | -    | true  | false
            first: 0, after: "41"              | -    | true  | true
            first: 0, after: "42"              | -    | false | true
            last: 0                            | -    | false | true
            last: 0, before: "0"               | -    | true  | false
            first: 3, after: "39"              | 40 41 42 | false | true
            first: 2, after: "42"              | -    | false | true
            first: 3, before: "2"              | 0 1  | true  | false
            first: 2, before: "5"              | 0 1  | true  | false
            last: 3, after: "39"               | 40 41 42 | false | true
            last: 2, after: "10"               | 41 42 | false | true
            last: 2, before: "1"               | 0    | true  | false
            after: "1", before: "4"            | 2 3  | true  | true
            after: "4", before: "2"            | -    | true  | true
            before: "0"                        | -    | true  | false
            first: 5, last: 2                  | 3 4  | true  | true
            first: 2, last: 5                  | 0 1  | true  | false
            first: 5, last: 2, after: "40"     | 41 42 | false | true
            first: 1, after: "1", before: "9"  | 2    | true  | true
            last: 1, after: "1", before: "9"   | 8    | true  | true
            """)
    void returnsThePageThatRelaySpecifies(String arguments, String places, boolean next, boolean previous) {
        List<Answer> all = query("{ forces(first: 100) { edges { cursor node { slug } } } }")
                .each("forces.edges");
        String given = arguments;
        for (int i = 0; i < all.size(); i++) {
            given = given.replace("\"" + i + "\"", "\"" + all.get(i).at("cursor") + "\"");
        }
        List<String> expected = places == null
                ? List.of()
                : Stream.of(places.split(" "))
                        .map(place -> all.get(Integer.parseInt(place)).at("node.slug"))
                        .toList();
        Answer page = query(
                        "{ forces(%s) { nodes { slug } pageInfo { hasNextPage hasPreviousPage } } }".formatted(given))
                .each("forces")
                .get(0);
        assertEquals(expected, page.all("nodes.slug"));
        assertEquals(next, flag(page, "hasNextPage"));
        assertEquals(previous, flag(page, "hasPreviousPage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"search(text: \"police\"%s)", "disagreements(%s)"})
    void readsSearchAndDisagreementsFromBothEnds(String list) {
        String name = list.substring(0, list.indexOf('('));
        String comma = name.equals("search") ? ", " : "";
        List<String> all = cursors(list, comma + "first: 100");
        assertEquals(all.subList(0, Math.min(2, all.size())), cursors(list, comma + "first: 2"));
        assertEquals(all.subList(Math.max(0, all.size() - 2), all.size()), cursors(list, comma + "last: 2"));
        if (all.size() > 2) {
            assertEquals(
                    all.subList(all.size() - 2, all.size() - 1),
                    cursors(list, comma + "last: 1, before: \"" + all.get(all.size() - 1) + "\""));
        }
    }

    private static List<String> cursors(String list, String arguments) {
        return query("{ list: " + list.formatted(arguments) + " { edges { cursor } } }")
                .all("list.edges.cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "judgments(filter: {cycle: []})",
                "judgments(filter: {force: []})",
                "judgments(filter: {grade: []})",
                "judgments(filter: {pillar: []})",
                "judgments(filter: {question: []})",
                "judgments(filter: {state: []})",
                "findings(filter: {cycle: []})",
                "findings(filter: {force: []})",
                "findings(filter: {kind: []})",
                "findings(filter: {pillar: []})",
                "findings(filter: {question: []})",
                "findings(filter: {status: []})",
                "forces(filter: {country: []})",
                "forces(filter: {name: []})",
                "forces(filter: {region: []})",
                "forces(filter: {regionalOrganisedCrimeUnit: []})",
                "forces(filter: {judged: {cycle: []}})",
                "forces(filter: {judged: {grade: []}})",
                "forces(filter: {judged: {pillar: []}})",
                "forces(filter: {judged: {question: []}})",
                "observations(filter: {area: []})",
                "observations(filter: {area: []}, orderBy: NEWEST)",
                "observations(filter: {dimension: []})",
                "observations(filter: {metric: []})",
                "observations(filter: {type: []})",
                "offenderManagementFigures(filter: {area: []})",
                "offenderManagementFigures(filter: {metric: []})",
                "offenderManagementFigures(filter: {scheme: []})",
                "organisedCrimeGroupCounts(filter: {area: []})",
                "organisedCrimeGroupCounts(filter: {metric: []})",
                "organisedCrimeGroupCounts(filter: {predominantCrimeType: []})",
                "reports(filter: {cycle: []})",
                "reports(filter: {force: []})",
                "reports(filter: {pillar: []})",
                "search(text: \"police\", filter: {cycle: []})",
                "search(text: \"police\", filter: {force: []})",
                "search(text: \"police\", filter: {kind: []})",
                "search(text: \"police\", filter: {pillar: []})",
                "search(text: \"police\", filter: {question: []})"
            })
    void findsNothingForAnEmptyListOfValues(String list) {
        Answer page = query("{ list: " + list + " { totalCount edges { cursor } } }");
        assertEquals(0, page.number("list.totalCount"));
        assertEquals(List.of(), page.all("list.edges.cursor"));
    }

    @Test
    void findsEverythingForNullInPlaceOfAList() {
        assertEquals(
                query("{ judgments { totalCount } }").number("judgments.totalCount"),
                query("{ judgments(filter: {grade: null, cycle: null}) { totalCount } }")
                        .number("judgments.totalCount"));
    }

    private static boolean flag(Answer page, String name) {
        return page.at("pageInfo." + name).equals("true");
    }

    @Test
    void continuesFromAnyEdge() {
        List<Answer> edges =
                query("{ forces(first: 5) { edges { cursor node { slug } } } }").each("forces.edges");
        assertEquals(
                edges.get(3).at("node.slug"),
                query("{ forces(first: 1, after: \"%s\") { nodes { slug } } }"
                                .formatted(edges.get(2).at("cursor")))
                        .at("forces.nodes.slug"));
        assertEquals(
                edges.get(1).at("node.slug"),
                query("{ forces(last: 1, before: \"%s\") { nodes { slug } } }"
                                .formatted(edges.get(2).at("cursor")))
                        .at("forces.nodes.slug"));
    }

    @Test
    void isEmptyWithoutCursorsWhenNothingMatches() {
        Answer page = query("""
                {
                  judgments(filter: {cycle: ["2014"], grade: [ADEQUATE]}) {
                    totalCount
                    nodes { id }
                    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                  }
                }
                """).each("judgments").get(0);
        assertEquals(0, page.number("totalCount"));
        assertEquals(List.of(), page.all("nodes.id"));
        assertFalse(flag(page, "hasNextPage") || flag(page, "hasPreviousPage"));
        assertEquals("null", page.at("pageInfo.startCursor"));
        assertEquals("null", page.at("pageInfo.endCursor"));
    }

    @Test
    void hasFiftyItemsByDefault() {
        assertEquals(
                50,
                query("{ judgments { nodes { id } } }")
                        .all("judgments.nodes.id")
                        .size());
        assertEquals(
                43, query("{ forces { nodes { id } } }").all("forces.nodes.id").size());
    }

    @Test
    void sortsForcesByNameCodeAndRegion() {
        for (String[] order : new String[][] {{"NAME", "name"}, {"ONS_CODE", "onsCode"}, {"REGION", "region"}}) {
            List<String> values = query("{ forces(orderBy: %s) { nodes { %s } } }".formatted(order[0], order[1]))
                    .all("forces.nodes." + order[1]);
            assertEquals(values.stream().sorted().toList(), values);
        }
    }

    @Test
    void sortsObservationsByTheirLastDay() {
        String dates =
                "{ observations(orderBy: %s, first: 100, filter: {from: \"2010-01-01\"}) { nodes { to asAt } } }";
        List<String> newest = lastDays(dates.formatted("NEWEST"));
        assertEquals(newest.stream().sorted(Collections.reverseOrder()).toList(), newest);
        List<String> oldest = lastDays(dates.formatted("OLDEST"));
        assertEquals(oldest.stream().sorted().toList(), oldest);
        assertFalse(oldest.equals(newest));
    }

    private static List<String> lastDays(String text) {
        return query(text).each("observations.nodes").stream()
                .map(each -> each.at("asAt").equals("null") ? each.at("to") : each.at("asAt"))
                .toList();
    }

    @Test
    void putsTheNewestCycleFirstInThatOrder() {
        List<String> cycles = query("""
                {
                  judgments(orderBy: NEWEST_CYCLE, filter: {force: ["bedfordshire"]}, first: 100) {
                    nodes { question { cycle { starts } } }
                  }
                }
                """).all("judgments.nodes.question.cycle.starts");
        assertEquals(cycles.stream().sorted(Collections.reverseOrder()).toList(), cycles);
        assertTrue(cycles.stream().distinct().count() > 1);
    }

    @ParameterizedTest(name = "a cursor of {0}({1}) in {2}({3})")
    @CsvSource({
        "forces, orderBy: NAME, forces, orderBy: ONS_CODE",
        "forces, orderBy: REGION, forces, orderBy: NAME",
        "judgments, orderBy: FORCE, judgments, orderBy: NEWEST_CYCLE",
        "observations, orderBy: NEWEST, observations, orderBy: OLDEST",
        "observations, orderBy: METRIC, observations, orderBy: NEWEST",
        "forces, orderBy: NAME, judgments, orderBy: FORCE",
        "judgments, orderBy: FORCE, forces, orderBy: NAME",
        "judgments, orderBy: FORCE, findings, first: 5",
        "findings, first: 1, judgments, orderBy: FORCE"
    })
    void refusesTheCursorOfAnotherOrderOrList(String list, String arguments, String otherList, String otherArguments) {
        String cursor = query("{ %s(%s) { pageInfo { endCursor } } }".formatted(list, arguments))
                .at(list + ".pageInfo.endCursor");
        String message =
                refusal("{ %s(%s, after: \"%s\") { totalCount } }".formatted(otherList, otherArguments, cursor));
        assertTrue(message.contains("is not a cursor of this list in this order"), message);
    }

    @Test
    void quotesAtMostOneHundredCharactersOfACursor() {
        String message = refusal("{ forces(after: \"%s\") { totalCount } }".formatted("x".repeat(10_000)));
        assertTrue(message.startsWith("\"" + "x".repeat(100) + "…\" is not a cursor"), message);
    }
}
