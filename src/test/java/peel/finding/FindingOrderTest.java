package peel.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import peel.testing.BundledRows;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** The order of findings and how long they are open, against the lines of the bundled files. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class FindingOrderTest {

    private static final List<Map<String, String>> FINDINGS = BundledRows.of("findings");

    private static final Map<String, String> PUBLISHED = BundledRows.of("publications").stream()
            .collect(Collectors.toMap(row -> row.get("code"), row -> row.get("published")));

    private static final Map<String, String> FIRST_STATUS = BundledRows.of("finding_statuses").stream()
            .collect(Collectors.toMap(
                    FindingOrderTest::key,
                    row -> row.get("on"),
                    (one, other) -> one.compareTo(other) < 0 ? one : other));

    private static String key(Map<String, String> row) {
        return String.join(
                " ", row.get("force"), row.get("cycle"), row.get("question"), row.get("kind"), row.get("ordinal"));
    }

    /** The date in the files; empty without one. */
    private static String date(FindingOrder order, Map<String, String> row) {
        return switch (order) {
            case FORCE -> "";
            case DEADLINE -> row.get("deadline");
            case PUBLISHED -> PUBLISHED.get(row.get("publication"));
            case OPENED -> FIRST_STATUS.getOrDefault(key(row), "");
        };
    }

    @DisplayName("Findings are in the order of their dates on all pages, those without a date last")
    @ParameterizedTest
    @EnumSource
    void ordersByDate(FindingOrder order) {
        Map<String, Map<String, String>> rows =
                FINDINGS.stream().collect(Collectors.toMap(FindingOrderTest::key, Function.identity()));
        List<String> found = new ArrayList<>();
        String after = null;
        do {
            Answer page = query(
                    """
                    query ($order: FindingOrder, $after: String) {
                      findings(first: 7, after: $after, orderBy: $order) {
                        nodes { force { slug } question { code cycle { code } } kind ordinal }
                        pageInfo { hasNextPage endCursor } } }
                    """, after == null ? Map.of("order", order.name()) : Map.of("order", order.name(), "after", after));
            for (Answer finding : page.each("findings.nodes")) {
                String key = String.join(
                        " ",
                        finding.at("force.slug"),
                        finding.at("question.cycle.code"),
                        finding.at("question.code"),
                        finding.at("kind"),
                        finding.at("ordinal"));
                found.add(date(order, rows.get(key)));
            }
            after = page.at("findings.pageInfo.hasNextPage").equals("true")
                    ? page.at("findings.pageInfo.endCursor")
                    : null;
        } while (after != null);
        assertEquals(
                FINDINGS.stream()
                        .map(row -> date(order, row))
                        // An empty date comes last.
                        .sorted((one, other) -> (one + "~").compareTo(other + "~"))
                        .toList(),
                found);
    }

    @DisplayName("A recommendation is open from its first status until it is complete")
    @Test
    void countsDays() {
        Answer answer = query("""
                { findings(filter: {registerId: ["8738", "8745", "8751"]}, orderBy: OPENED) {
                    nodes { force { slug }
                            before: openFor(on: "2017-03-02") first: openFor(on: "2017-03-03")
                            one: openFor(on: "2018-06-01") two: openFor(on: "2018-08-28")
                            three: openFor(on: "2018-09-18") four: openFor(on: "2020-03-03") } } }
                """);
        Map<String, Answer> byForce = answer.each("findings.nodes").stream()
                .collect(Collectors.toMap(finding -> finding.at("force.slug"), Function.identity()));
        assertEquals(3, byForce.size());
        for (Answer finding : byForce.values()) {
            assertEquals("null", finding.at("before"));
            assertEquals("0", finding.at("first"));
            // 3 March 2017 to 1 June 2018.
            assertEquals("455", finding.at("one"));
        }
        // Complete on 28 August and on 18 September 2018.
        assertEquals("null", byForce.get("dyfed-powys").at("two"));
        assertEquals("543", byForce.get("kent").at("two"));
        assertEquals("null", byForce.get("kent").at("three"));
        assertEquals("1096", byForce.get("metropolitan").at("four"));
    }

    @DisplayName("Only recommendations with a status are open")
    @Test
    void knowsWhatIsOpen() {
        Answer answer = query("""
                { findings(first: 100, filter: {status: [AWAITING_REVIEW, BEING_PROGRESSED]}, orderBy: OPENED) {
                    nodes { openFor(on: "2026-01-01") statuses { on } } }
                  others: findings(first: 100, filter: {kind: [AREA_FOR_IMPROVEMENT]}) { nodes { openFor(on: "2026-01-01") } } }
                """);
        List<Integer> days = answer.all("findings.nodes.openFor").stream()
                .map(Integer::valueOf)
                .toList();
        assertEquals(3, days.size());
        assertTrue(days.get(0) >= days.get(1) && days.get(1) > days.get(2), days.toString());
        assertTrue(answer.all("others.nodes.openFor").stream().allMatch("null"::equals));
    }
}
