package peel.judgment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.BundledRows;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Counts of judgments against counts of the lines of the bundled files. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class JudgmentCountTest {

    private static final List<Map<String, String>> JUDGMENTS = BundledRows.of("judgments").stream()
            .filter(row -> row.get("known_to").isEmpty())
            .toList();

    private static final Map<String, Map<String, String>> FORCES =
            BundledRows.of("forces").stream().collect(Collectors.toMap(row -> row.get("slug"), Function.identity()));

    private static final List<Map<String, String>> QUESTIONS = BundledRows.of("questions");

    /** The names of the groupings' values in a line of judgments. */
    private static final Map<String, Function<Map<String, String>, String>> KEYS = Map.of(
            "CYCLE", row -> row.get("cycle"),
            "PILLAR", row -> row.get("pillar"),
            "QUESTION", row -> row.get("cycle") + " " + row.get("pillar") + " " + row.get("question"),
            "FORCE", row -> row.get("force"),
            "REGION", row -> FORCES.get(row.get("force")).get("region"),
            "COUNTRY", row -> FORCES.get(row.get("force")).get("country"));

    @DisplayName("Counts agree with the lines of the files for any two groupings")
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(textBlock = """
            CYCLE, PILLAR
            CYCLE, REGION
            CYCLE, COUNTRY
            PILLAR, REGION
            PILLAR, COUNTRY
            QUESTION, COUNTRY
            FORCE, CYCLE
            REGION, COUNTRY
            """)
    void agreesWithTheFiles(String first, String second) {
        Answer answer = query("""
                query ($by: [JudgmentGrouping!]!) {
                  judgmentCounts(by: $by) {
                    cycle { code } pillar question { code pillar cycle { code } } force { slug } region country
                    forces questions judgments notHeld
                    byGrade { grade judgments forces } byState { state judgments forces } } }
                """, Map.of("by", List.of(first, second)));
        Map<String, String> found = new TreeMap<>();
        for (Answer group : answer.each("judgmentCounts")) {
            String key = value(group, first) + " | " + value(group, second);
            String counted = group.at("judgments") + " of " + group.at("forces") + " forces"
                    + counts(group, "byGrade", "grade")
                    + counts(group, "byState", "state");
            if (!group.at("judgments").equals("0")) {
                assertEquals(null, found.put(key, counted), key + " twice");
            }
            assertEquals(
                    group.number("forces") * group.number("questions"),
                    group.number("judgments") + group.number("notHeld"),
                    key);
        }
        Map<String, List<Map<String, String>>> expected = JUDGMENTS.stream()
                .collect(Collectors.groupingBy(
                        row -> KEYS.get(first).apply(row) + " | "
                                + KEYS.get(second).apply(row),
                        TreeMap::new,
                        Collectors.toList()));
        Map<String, String> lines = new TreeMap<>();
        expected.forEach((key, rows) -> lines.put(
                key,
                rows.size() + " of " + forcesOf(first, second, rows.get(0)) + " forces" + counts(rows, "grade")
                        + counts(rows, "state")));
        assertEquals(String.join("\n", text(lines)), String.join("\n", text(found)));
    }

    /** How many forces there are in the group of a line. */
    private static long forcesOf(String first, String second, Map<String, String> row) {
        return FORCES.values().stream()
                .filter(force -> List.of(first, second).stream().allMatch(by -> switch (by) {
                    case "FORCE" -> force.get("slug").equals(row.get("force"));
                    case "REGION", "COUNTRY" ->
                        KEYS.get(by)
                                .apply(Map.of("force", force.get("slug")))
                                .equals(KEYS.get(by).apply(row));
                    default -> true;
                }))
                .count();
    }

    private static String value(Answer group, String by) {
        String value = switch (by) {
            case "CYCLE" -> group.at("cycle.code");
            case "PILLAR" -> group.at("pillar");
            case "QUESTION" ->
                group.at("question.cycle.code") + " " + empty(group.at("question.pillar")) + " "
                        + group.at("question.code");
            case "FORCE" -> group.at("force.slug");
            case "REGION" -> group.at("region");
            default -> group.at("country");
        };
        return empty(value);
    }

    private static String empty(String value) {
        return value == null || value.equals("null") ? "" : value;
    }

    private static String counts(Answer group, String list, String name) {
        Map<String, String> counts = new TreeMap<>();
        for (Answer each : group.each(list)) {
            counts.put(each.at(name), each.at("judgments") + "/" + each.at("forces"));
        }
        return " " + counts;
    }

    private static String counts(List<Map<String, String>> rows, String column) {
        Map<String, Integer> judgments = new TreeMap<>();
        Map<String, Set<String>> forces = new HashMap<>();
        for (Map<String, String> row : rows) {
            String value = row.get(column);
            if (!value.isEmpty()) {
                judgments.merge(value, 1, Integer::sum);
                forces.computeIfAbsent(value, key -> new HashSet<>()).add(row.get("force"));
            }
        }
        Map<String, String> counts = new TreeMap<>();
        judgments.forEach(
                (value, n) -> counts.put(value, n + "/" + forces.get(value).size()));
        return " " + counts;
    }

    private static List<String> text(Map<String, String> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }

    @DisplayName("Groups without a judgment are counted, with all of their forces")
    @Test
    void includesGroupsWithoutAJudgment() {
        Answer answer = query("""
                { judgmentCounts(by: [CYCLE], filter: {force: ["kent"], cycle: ["2015"], question: ["overall"]}) {
                    forces questions judgments notHeld byState { state } }
                  none: judgmentCounts(by: [CYCLE], filter: {region: []}) { forces } }
                """);
        assertEquals(List.of(), answer.each("none"));
        List<Answer> groups = answer.each("judgmentCounts");
        assertEquals(1, groups.size());
        long questions = QUESTIONS.stream()
                .filter(row ->
                        row.get("cycle").equals("2015") && row.get("code").equals("overall"))
                .count();
        assertEquals(questions, groups.get(0).number("questions"));
        long held = JUDGMENTS.stream()
                .filter(row -> row.get("cycle").equals("2015")
                        && row.get("question").equals("overall")
                        && row.get("force").equals("kent"))
                .count();
        assertEquals(held, groups.get(0).number("judgments"));
        assertEquals(questions - held, groups.get(0).number("notHeld"));
    }

    @DisplayName("Counts of dates of publication are those of the files, and do not change what is held")
    @Test
    void countsWhatWasPublishedOnDates() {
        String fields = "cycle { code } judgments notHeld byState { state judgments forces } byChange { judgments }";
        Answer answer = query("""
                { dated: judgmentCounts(by: [CYCLE], filter: {publishedFrom: "2017-01-01", publishedTo: "2018-03-22"}) { FIELDS }
                  all: judgmentCounts(by: [CYCLE]) { FIELDS } }
                """.replace("FIELDS", fields));
        Map<String, String> notHeld = new HashMap<>();
        answer.each("all").forEach(group -> notHeld.put(group.at("cycle.code"), group.at("notHeld")));
        Map<String, String> found = new TreeMap<>();
        for (Answer group : answer.each("dated")) {
            String cycle = group.at("cycle.code");
            assertEquals(notHeld.get(cycle), group.at("notHeld"), cycle);
            assertEquals(
                    group.number("judgments"),
                    group.each("byChange").stream()
                            .mapToLong(each -> each.number("judgments"))
                            .sum(),
                    cycle);
            if (!group.at("judgments").equals("0")) {
                found.put(cycle, group.at("judgments") + counts(group, "byState", "state"));
            }
        }
        Map<String, List<Map<String, String>>> dated = JUDGMENTS.stream()
                .filter(row -> {
                    String from = row.get("known_from").isEmpty() ? row.get("published") : row.get("known_from");
                    return from.compareTo("2017-01-01") >= 0 && from.compareTo("2018-03-22") <= 0;
                })
                .collect(Collectors.groupingBy(row -> row.get("cycle")));
        Map<String, String> expected = new TreeMap<>();
        dated.forEach((cycle, rows) -> expected.put(cycle, rows.size() + counts(rows, "state")));
        assertEquals(expected, found);
        assertTrue(expected.size() > 1, expected.toString());
    }

    @DisplayName("Four cycles by three pillars take one field")
    @Test
    void countsCyclesByPillars() {
        Answer answer = query("""
                { judgmentCounts(by: [CYCLE, PILLAR], filter: {
                      cycle: ["2015", "2016"], pillar: [EFFECTIVENESS, LEGITIMACY], question: ["overall"]}) {
                    cycle { code } pillar byGrade { grade forces } } }
                """);
        // The numbers of grades that the inspectorate announced.
        Map<String, List<Integer>> printed = new TreeMap<>(Map.of(
                "2015 EFFECTIVENESS", List.of(1, 24, 18),
                "2015 LEGITIMACY", List.of(1, 37, 5),
                "2016 EFFECTIVENESS", List.of(1, 28, 13, 1),
                "2016 LEGITIMACY", List.of(2, 36, 5)));
        Map<String, List<Integer>> found = new TreeMap<>();
        for (Answer group : answer.each("judgmentCounts")) {
            List<Integer> forces = new ArrayList<>();
            group.each("byGrade").forEach(each -> forces.add(each.number("forces")));
            found.put(group.at("cycle.code") + " " + group.at("pillar"), forces);
        }
        assertEquals(printed, found);
    }

    @DisplayName("Changes are counted as the grades of the files changed")
    @ParameterizedTest(name = "effectiveness from {0} to {1}")
    @CsvSource({"2015, 2016", "2016, 2017", "2014, 2016", "2015, 2018/19"})
    void countsChanges(String since, String cycle) {
        Answer answer = query(
                """
                query ($filter: JudgmentCountFilter) {
                  judgmentCounts(by: [CYCLE], filter: $filter) { byChange { direction judgments } } }
                """,
                Map.of(
                        "filter",
                        Map.of(
                                "cycle", List.of(cycle),
                                "since", since,
                                "pillar", List.of("EFFICIENCY"),
                                "question", List.of("overall"))));
        Map<String, Integer> found = new TreeMap<>();
        answer.each("judgmentCounts")
                .get(0)
                .each("byChange")
                .forEach(each -> found.put(each.at("direction"), each.number("judgments")));
        Map<String, Map<String, String>> earlier = overall(since);
        Map<String, Integer> expected = new TreeMap<>();
        overall(cycle).forEach((force, row) -> expected.merge(direction(row, earlier.get(force)), 1, Integer::sum));
        assertEquals(expected, found);
        assertTrue(expected.size() > 1, expected.toString());
    }

    /** The judgments on efficiency in a cycle, by force. */
    private static Map<String, Map<String, String>> overall(String cycle) {
        return JUDGMENTS.stream()
                .filter(row -> row.get("cycle").equals(cycle)
                        && row.get("pillar").equals("EFFICIENCY")
                        && row.get("question").equals("overall"))
                .collect(Collectors.toMap(row -> row.get("force"), Function.identity()));
    }

    private static String direction(Map<String, String> row, Map<String, String> earlier) {
        List<String> best = List.of("OUTSTANDING", "GOOD", "REQUIRES_IMPROVEMENT", "INADEQUATE");
        int now = best.indexOf(row.get("grade"));
        int was = earlier == null ? -1 : best.indexOf(earlier.get("grade"));
        if (now < 0 || was < 0 || row.get("state").equals("CARRIED_OVER")) {
            return "NOT_COMPARABLE";
        }
        return now < was ? "IMPROVED" : now == was ? "UNCHANGED" : "DETERIORATED";
    }

    @DisplayName("A list of judgments by change has those that the files have")
    @Test
    void listsJudgmentsByChange() {
        Answer answer = query("""
                { judgments(first: 100, filter: {cycle: ["2016"], since: "2015", pillar: [EFFICIENCY], question: ["overall"],
                                                 change: [DETERIORATED]}) {
                    nodes { force { slug } grade change(since: "2015") { direction steps earlier { grade cycle: question { cycle { code } } } reason } } } }
                """);
        Map<String, Map<String, String>> earlier = overall("2015");
        Set<String> expected = new TreeSet<>();
        overall("2016").forEach((force, row) -> {
            if (direction(row, earlier.get(force)).equals("DETERIORATED")) {
                expected.add(force);
            }
        });
        assertEquals(expected, new TreeSet<>(answer.all("judgments.nodes.force.slug")));
        assertEquals(Set.of("DETERIORATED"), Set.copyOf(answer.all("judgments.nodes.change.direction")));
        assertEquals(Set.of("2015"), Set.copyOf(answer.all("judgments.nodes.change.earlier.cycle.cycle.code")));
    }

    @DisplayName("The latest judgments are those that no later grade of a linked question follows")
    @Test
    void findsTheLatestJudgments() {
        Set<String> found = new TreeSet<>();
        String after = null;
        do {
            Map<String, String> variables = new HashMap<>();
            variables.put("after", after);
            Answer page = query("""
                    query ($after: String) {
                      judgments(first: 100, after: $after, filter: {latest: true, pillar: [LEGITIMACY]}) {
                        nodes { force { slug } question { code cycle { code } } } pageInfo { endCursor hasNextPage } } }
                    """, variables);
            page.each("judgments.nodes")
                    .forEach(each -> found.add(each.at("force.slug") + " " + each.at("question.cycle.code") + " "
                            + each.at("question.code")));
            after = page.at("judgments.pageInfo.hasNextPage").equals("true")
                    ? page.at("judgments.pageInfo.endCursor")
                    : null;
        } while (after != null);
        Map<String, List<String>> later = new HashMap<>();
        for (Map<String, String> link : BundledRows.of("comparable_questions")) {
            later.computeIfAbsent(
                            link.get("earlier_cycle") + link.get("earlier_pillar") + link.get("earlier_code"),
                            key -> new ArrayList<>())
                    .add(link.get("cycle") + link.get("pillar") + link.get("code"));
        }
        Set<String> graded = JUDGMENTS.stream()
                .filter(row -> !row.get("grade").isEmpty())
                .map(row -> row.get("force") + row.get("cycle") + row.get("pillar") + row.get("question"))
                .collect(Collectors.toSet());
        Set<String> expected = new TreeSet<>();
        for (Map<String, String> row : JUDGMENTS) {
            if (row.get("pillar").equals("LEGITIMACY")
                    && !isReplaced(
                            row.get("force"),
                            row.get("cycle") + row.get("pillar") + row.get("question"),
                            later,
                            graded)) {
                expected.add(row.get("force") + " " + row.get("cycle") + " " + row.get("question"));
            }
        }
        assertEquals(expected, found);
    }

    private static boolean isReplaced(
            String force, String question, Map<String, List<String>> later, Set<String> graded) {
        return later.getOrDefault(question, List.of()).stream()
                .anyMatch(next -> graded.contains(force + next) || isReplaced(force, next, later, graded));
    }

    @DisplayName("A history has the grades that the files have, and says since when and whether for the first time")
    @Test
    void tellsHistories() {
        Answer answer = query("""
                { judgments(first: 100, filter: {cycle: ["2018/19"], pillar: [EFFICIENCY], question: ["overall"]}) {
                    nodes { force { slug } grade
                      history { firstTime best worst earlier { grade question { cycle { code } } }
                                sameSince { question { cycle { code } } } atLeastSince { question { cycle { code } } } } } } }
                """);
        List<String> best = List.of("OUTSTANDING", "GOOD", "REQUIRES_IMPROVEMENT", "INADEQUATE");
        List<String> cycles = List.of("2017", "2016", "2015", "2014");
        int checked = 0;
        for (Answer node : answer.each("judgments.nodes")) {
            if (empty(node.at("grade")).isEmpty()) {
                continue;
            }
            String force = node.at("force.slug");
            List<String> grades = new ArrayList<>();
            String same = "2018/19";
            String atLeast = "2018/19";
            boolean isSame = true;
            boolean isAtLeast = true;
            for (String cycle : cycles) {
                Map<String, String> row = overall(cycle).get(force);
                if (row == null || row.get("grade").isEmpty()) {
                    continue;
                }
                grades.add(cycle + " " + row.get("grade"));
                isSame &= row.get("grade").equals(node.at("grade"));
                isAtLeast &= best.indexOf(row.get("grade")) <= best.indexOf(node.at("grade"));
                same = isSame ? cycle : same;
                atLeast = isAtLeast ? cycle : atLeast;
            }
            List<String> found = new ArrayList<>();
            node.each("history.earlier")
                    .forEach(each -> found.add(each.at("question.cycle.code") + " " + each.at("grade")));
            assertEquals(grades, found, force);
            assertEquals(same, node.at("history.sameSince.question.cycle.code"), force);
            assertEquals(atLeast, node.at("history.atLeastSince.question.cycle.code"), force);
            assertEquals(
                    grades.stream().noneMatch(each -> each.endsWith(" " + node.at("grade"))),
                    Objects.equals(node.at("history.firstTime"), "true"),
                    force);
            checked++;
        }
        assertTrue(checked > 40, checked + " forces");
    }

    @DisplayName("A judgment that is not compared says why")
    @Test
    void saysWhyThereIsNoComparison() {
        Answer answer = query("""
                { first: judgments(first: 1, filter: {force: ["kent"], cycle: ["2014"], pillar: [EFFICIENCY]}) {
                    nodes { change { direction reason earlier { id } } } }
                  five: judgments(first: 1, filter: {force: ["kent"], cycle: ["2021/22"]}) {
                    nodes { change { direction reason } } } }
                """);
        assertEquals("NOT_COMPARABLE", answer.at("first.nodes.0.change.direction"));
        assertEquals("NO_EARLIER_QUESTION", answer.at("first.nodes.0.change.reason"));
        assertEquals("NO_EARLIER_QUESTION", answer.at("five.nodes.0.change.reason"));
    }
}
