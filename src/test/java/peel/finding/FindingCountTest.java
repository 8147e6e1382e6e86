package peel.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import peel.testing.BundledRows;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Counts and filters of findings against the lines of the bundled files. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class FindingCountTest {

    private static final List<Map<String, String>> FINDINGS = BundledRows.of("findings");

    @DisplayName("Counts by force, cycle and kind agree with the lines of the files")
    @Test
    void countsByForceCycleAndKind() {
        Map<String, Integer> found = new TreeMap<>();
        for (Answer group : query("""
                { findingCounts(by: [FORCE, CYCLE, KIND]) { force { slug } cycle { code } kind findings forces } }
                """).each("findingCounts")) {
            assertEquals("1", group.at("forces"));
            found.put(
                    group.at("force.slug") + " " + group.at("cycle.code") + " " + group.at("kind"),
                    group.number("findings"));
        }
        Map<String, Integer> expected = new TreeMap<>();
        FINDINGS.forEach(row ->
                expected.merge(row.get("force") + " " + row.get("cycle") + " " + row.get("kind"), 1, Integer::sum));
        assertEquals(expected, found);
    }

    @DisplayName("Without groupings all findings are one group")
    @Test
    void countsAll() {
        Answer answer = query("{ findingCounts(by: []) { findings forces force { slug } } }");
        assertEquals(FINDINGS.size(), answer.number("findingCounts.findings"));
        assertEquals(
                FINDINGS.stream().map(row -> row.get("force")).distinct().count(),
                answer.number("findingCounts.forces"));
    }

    @DisplayName("The deadline of a month ends with its last day")
    @Test
    void filtersByDeadline() {
        Predicate<Map<String, String>> months = row -> row.get("deadline").matches("\\d{4}-\\d{2}");
        List<String> deadlines = FINDINGS.stream()
                .filter(months)
                .map(row -> row.get("deadline"))
                .distinct()
                .sorted()
                .toList();
        assertTrue(!deadlines.isEmpty());
        for (String month : deadlines) {
            Set<String> expected = FINDINGS.stream()
                    .filter(months)
                    .filter(row -> row.get("deadline").compareTo(month) < 0)
                    .map(row -> row.get("text"))
                    .collect(Collectors.toCollection(TreeSet::new));
            // On the 27th, the month's own deadlines have not passed.
            Set<String> found = new TreeSet<>(texts("deadlineTo: \"" + month + "-27\""));
            found.removeIf(
                    text -> FINDINGS.stream().anyMatch(row -> row.get("text").equals(text) && !months.test(row)));
            assertEquals(expected, found, month);
            assertTrue(texts("deadlineFrom: \"" + month + "-28\"")
                    .containsAll(FINDINGS.stream()
                            .filter(row -> row.get("deadline").equals(month))
                            .map(row -> row.get("text"))
                            .toList()));
        }
    }

    @DisplayName("Findings are found by their number in the register, and by region")
    @Test
    void filtersByNumberAndRegion() {
        List<Map<String, String>> numbered = FINDINGS.stream()
                .filter(row -> !row.get("register_id").isEmpty())
                .toList();
        assertTrue(!numbered.isEmpty());
        assertEquals(
                List.of(numbered.get(0).get("text")),
                texts("registerId: [\"" + numbered.get(0).get("register_id") + "\"]"));
        assertEquals(List.of(), texts("registerId: [\"none\"]"));
        Set<String> wales = BundledRows.of("forces").stream()
                .filter(row -> row.get("country").equals("WALES"))
                .map(row -> row.get("slug"))
                .collect(Collectors.toSet());
        assertEquals(
                FINDINGS.stream()
                        .filter(row -> wales.contains(row.get("force")))
                        .count(),
                texts("country: [WALES]").size());
        assertTrue(refusal("{ findings(filter: {region: [\"Eastren\"]}) { totalCount } }")
                .contains("Eastern"));
    }

    private static List<String> texts(String filter) {
        List<String> texts = new ArrayList<>();
        String after = "";
        do {
            Answer page = query("{ findings(first: 100, filter: {" + filter + "}" + after
                    + ") { nodes { text } pageInfo { endCursor hasNextPage } } }");
            texts.addAll(page.all("findings.nodes.text"));
            after = page.at("findings.pageInfo.hasNextPage").equals("true")
                    ? ", after: \"" + page.at("findings.pageInfo.endCursor") + "\""
                    : "";
        } while (!after.isEmpty());
        return texts;
    }
}
