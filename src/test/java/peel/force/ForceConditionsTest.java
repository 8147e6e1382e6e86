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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import peel.testing.BundledRows;
import peel.testing.PostgresResource;

/** Conditions on forces that combine, against the lines of the bundled files. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ForceConditionsTest {

    private static final List<Map<String, String>> JUDGMENTS = BundledRows.of("judgments").stream()
            .filter(row -> row.get("known_to").isEmpty())
            .toList();

    private static Set<String> forces(String filter) {
        return new TreeSet<>(
                query("{ forces(filter: {" + filter + "}) { nodes { slug } } }").all("forces.nodes.slug"));
    }

    private static Set<String> judged(Predicate<Map<String, String>> condition) {
        return JUDGMENTS.stream()
                .filter(condition)
                .map(row -> row.get("force"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Predicate<Map<String, String>> overall(String cycle, String pillar, String... grades) {
        return row -> row.get("cycle").equals(cycle)
                && row.get("pillar").equals(pillar)
                && row.get("question").equals("overall")
                && List.of(grades).contains(row.get("grade"));
    }

    private static String condition(String pillar, String grades) {
        return "{cycle: [\"2016\"], pillar: [" + pillar + "], question: [\"overall\"], grade: [" + grades + "]}";
    }

    @DisplayName("All of several conditions: good in each of three pillars")
    @Test
    void matchesAll() {
        Set<String> expected = judged(overall("2016", "EFFECTIVENESS", "GOOD"));
        expected.retainAll(judged(overall("2016", "EFFICIENCY", "GOOD")));
        expected.retainAll(judged(overall("2016", "LEGITIMACY", "GOOD")));
        assertFalse(expected.isEmpty());
        assertEquals(
                expected,
                forces("judgedAll: [" + condition("EFFECTIVENESS", "GOOD") + ", " + condition("EFFICIENCY", "GOOD")
                        + ", " + condition("LEGITIMACY", "GOOD") + "]"));
    }

    @DisplayName("Any of several conditions, and none of several")
    @Test
    void matchesAnyAndNone() {
        Set<String> bad = judged(overall("2016", "EFFECTIVENESS", "INADEQUATE", "REQUIRES_IMPROVEMENT"));
        bad.addAll(judged(overall("2016", "LEGITIMACY", "REQUIRES_IMPROVEMENT")));
        String conditions = "[" + condition("EFFECTIVENESS", "INADEQUATE, REQUIRES_IMPROVEMENT") + ", "
                + condition("LEGITIMACY", "REQUIRES_IMPROVEMENT") + "]";
        assertEquals(bad, forces("judgedAny: " + conditions));
        Set<String> others = BundledRows.of("forces").stream()
                .map(row -> row.get("slug"))
                .collect(Collectors.toCollection(TreeSet::new));
        others.removeAll(bad);
        assertEquals(others, forces("judgedNone: " + conditions));
    }

    @DisplayName("No condition: all and none match every force, any matches no force")
    @Test
    void matchesWithoutConditions() {
        assertEquals(43, forces("judgedAll: [], judgedNone: [], measured: []").size());
        assertEquals(Set.of(), forces("judgedAny: []"));
    }

    @DisplayName("A figure within bounds")
    @Test
    void matchesFigures() {
        // Police officers (FTE) at 31 March 2015 of the forces with most of them, from the workforce table.
        Set<String> large = forces("measured: [{metric: \"workforce.officers\", at: \"2015-03-31\", above: 5000}]");
        assertTrue(large.containsAll(Set.of("metropolitan", "west-midlands", "greater-manchester")), large.toString());
        assertFalse(large.contains("bedfordshire"));
        Set<String> small = forces("measured: [{metric: \"workforce.officers\", at: \"2015-03-31\", atMost: 5000}]");
        assertEquals(43, large.size() + small.size());
    }

    @DisplayName("Forces are found by the start of a word of any name")
    @Test
    void searchesByPrefix() {
        assertEquals(Set.of("west-mercia", "west-midlands"), forces("search: \"West M\""));
        assertEquals(Set.of("greater-manchester"), forces("search: \"gmp\""));
        assertEquals(Set.of("dyfed-powys"), forces("search: \"pow\""));
        assertEquals(Set.of(), forces("search: \"xyz\""));
        assertEquals(43, forces("search: \"\"").size());
        assertEquals(Set.of(), forces("search: \"" + "west ".repeat(50) + "\""));
    }

    @DisplayName("Regions and units are listed with their forces, and a force has the others as peers")
    @Test
    void listsGroupsAndPeers() {
        Map<String, Set<String>> expected = BundledRows.of("forces").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("region"),
                        Collectors.mapping(row -> row.get("slug"), Collectors.toCollection(TreeSet::new))));
        Map<String, Set<String>> found = query("{ regions { name forces { slug } } }").each("regions").stream()
                .collect(Collectors.toMap(
                        region -> region.at("name"), region -> new TreeSet<>(region.all("forces.slug"))));
        assertEquals(expected, found);
        Set<String> peers = new TreeSet<>(query("{ force(name: \"kent\") { peers(by: REGION) { slug } } }")
                .all("force.peers.slug"));
        assertTrue(peers.add("kent"));
        assertEquals(
                expected.values().stream()
                        .filter(forces -> forces.contains("kent"))
                        .findFirst()
                        .orElseThrow(),
                peers);
        assertEquals(
                Set.of("dyfed-powys", "gwent", "north-wales"),
                Set.copyOf(query("{ force(name: \"south-wales\") { peers(by: COUNTRY) { slug } } }")
                        .all("force.peers.slug")));
        assertTrue(query("{ regionalOrganisedCrimeUnits { name } }")
                .all("regionalOrganisedCrimeUnits.name")
                .contains("ERSOU"));
    }

    @DisplayName("Too many conditions, an unknown metric and a day without figures are refused with a reason")
    @Test
    void refuses() {
        String many = "{}, ".repeat(11);
        assertTrue(refusal("{ forces(filter: {judgedAny: [" + many + "]}) { totalCount } }")
                .contains("11 conditions; at most 10"));
        assertTrue(refusal("{ forces(filter: {measured: [{metric: \"workforce.oficers\"}]}) { totalCount } }")
                .contains("workforce.officers"));
        assertTrue(refusal(
                        "{ forces(filter: {measured: [{metric: \"workforce.officers\", at: \"2015-04-01\"}]}) { totalCount } }")
                .contains("2015-03-31"));
        assertTrue(refusal(
                        "{ forces(filter: {measured: [{metric: \"workforce.officers\", at: \"2015-03-31\", comparator: ABOVE}]}) { totalCount } }")
                .contains("total of all forces"));
    }
}
