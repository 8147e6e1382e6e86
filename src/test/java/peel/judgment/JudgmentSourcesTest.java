package peel.judgment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Judgments of all forces and how sure they are, against the pages that state them. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class JudgmentSourcesTest {

    private static final String JUDGMENT = """
            query ($force: String!, $cycle: String!, $pillar: Pillar, $question: String!, $asOf: Date) {
              force(name: $force) {
                judgments(cycle: $cycle, pillar: $pillar, question: $question, asOf: $asOf) {
                  state grade basis narrative note contradiction mayBeCarriedOver confirmedBy knownFrom knownFromPrecision
                  carriedOverFrom { code } revisions { grade } source { url publication { kind title } }
                }
              }
            }
            """;

    @ParameterizedTest(name = "{0} {1}, {3}: {5}")
    @CsvSource({
        "dyfed-powys, 2014, EFFECTIVENESS, reduce-crime, GRADED, GOOD, null, GRADE_STATED, false",
        "suffolk, 2018/19, EFFICIENCY, overall, GRADED, GOOD, null, GRADE_STATED, false",
        "essex, 2018/19, EFFECTIVENESS, soc, CARRIED_OVER, GOOD, 2017, GRADE_STATED, false",
        "wiltshire, 2018/19, EFFECTIVENESS, prevent, CARRIED_OVER, GOOD, 2016, PROSE, false",
        "humberside, 2017, EFFECTIVENESS, overall, GRADED, REQUIRES_IMPROVEMENT, null, GRADE_STATED, false",
        "surrey, 2015, EFFECTIVENESS, vulnerable, GRADED, INADEQUATE, null, GRADE_STATED, false",
        "metropolitan, 2016, EFFECTIVENESS, prevent, GRADED, GOOD, null, PROSE, false",
        "west-mercia, 2017, LEGITIMACY, public, GRADED, REQUIRES_IMPROVEMENT, null, PROSE, false",
        // The page does not say in which year the question was inspected.
        "surrey, 2018/19, EFFICIENCY, demand, GRADED, REQUIRES_IMPROVEMENT, null, GRADE_STATED, true",
        "northumbria, 2017, EFFECTIVENESS, vulnerable, GRADED, REQUIRES_IMPROVEMENT, null, GRADE_STATED, true",
        "kent, 2018/19, EFFECTIVENESS, vulnerable, GRADED, GOOD, null, PROSE, false",
        // Read in a report of a later cycle.
        "lincolnshire, 2017, EFFECTIVENESS, soc, GRADED, GOOD, null, CARRIED_BACK, false",
        "lancashire, 2016, EFFECTIVENESS, soc, GRADED, GOOD, null, CARRIED_BACK, false",
        "dorset, 2017, EFFECTIVENESS, prevent, GRADED, GOOD, null, CARRIED_BACK, false",
        "avon-and-somerset, 2021/22, null, respond, GRADED, REQUIRES_IMPROVEMENT, null, PROSE, false",
        "greater-manchester, 2021/22, null, investigate, GRADED, INADEQUATE, null, PRESS_RELEASE, false",
        "cleveland, 2021/22, null, workforce, GRADED, REQUIRES_IMPROVEMENT, null, GRADE_STATED, false",
        "norfolk, 2023-25, null, leadership, GRADED, ADEQUATE, null, GRADE_STATED, false",
        "cleveland, 2023-25, null, public-treatment, GRADED, GOOD, null, PROSE, false",
        // Questions that the dataset did not have.
        "norfolk, 2023-25, null, recording, GRADED, OUTSTANDING, null, GRADE_STATED, false",
        "west-midlands, 2021/22, null, supporting-victims, GRADED, REQUIRES_IMPROVEMENT, null, GRADE_STATED, false",
        "durham, 2023-25, null, soc, GRADED, OUTSTANDING, null, GRADE_STATED, false",
        "northumbria, 2016, EFFICIENCY, demand, GRADED, GOOD, null, PROSE, false"
    })
    void isWhatThePageStates(
            String force,
            String cycle,
            String pillar,
            String question,
            String state,
            String grade,
            String from,
            String basis,
            boolean mayBeCarriedOver) {
        Answer judgment = judgment(force, cycle, pillar, question);
        assertEquals(state, judgment.at("state"));
        assertEquals(grade, judgment.at("grade"));
        assertEquals(basis, judgment.at("basis"));
        assertEquals(Boolean.toString(mayBeCarriedOver), judgment.at("mayBeCarriedOver"));
        if (!from.equals("null")) {
            assertEquals(from, judgment.at("carriedOverFrom.code"));
        }
        assertTrue(judgment.at("source.url").startsWith("http"), judgment.toString());
    }

    /** Grades that follow only from counts, or from words that are no grade of the question, are not shown. */
    @ParameterizedTest(name = "{0} {1}, {3}")
    @CsvSource({
        "west-midlands, 2023-25, null, manage-offenders",
        "north-wales, 2016, EFFICIENCY, resources",
        "gwent, 2018/19, EFFECTIVENESS, vulnerable",
        "south-yorkshire, 2016, EFFICIENCY, demand"
    })
    void isMissingWhereNoPageStatesIt(String force, String cycle, String pillar, String question) {
        assertEquals(List.of(), ask(force, cycle, pillar, question, null).all("force.judgments.grade"));
    }

    @ParameterizedTest
    @CsvSource({"reduce-crime", "investigate-offending"})
    void saysThatTheGradesOfCheshireIn2014AreDisputed(String question) {
        Answer judgment = judgment("cheshire", "2014", "EFFECTIVENESS", question);
        assertEquals("GOOD", judgment.at("grade"));
        assertEquals(List.of("GOOD"), judgment.all("revisions.grade"), "our error is no correction");
        assertTrue(judgment.at("note").startsWith("disputed"), judgment.toString());
        assertTrue(judgment.at("source.url").contains("/peel-2014/cheshire/effectiveness"), judgment.toString());
        assertTrue(
                judgment.at("contradiction")
                        .startsWith("https://hmicfrs.justiceinspectorates.gov.uk/peel-assessments/peel-2014/cheshire/"),
                judgment.toString());
    }

    @ParameterizedTest(name = "{0} {1}, {3}: {4}")
    @CsvSource({
        "essex, 2018/19, EFFECTIVENESS, vulnerable, https://content.govdelivery.com/accounts/UKPFCC/bulletins/24261aa",
        "gloucestershire, 2021/22, null, protect-vulnerable, https://www.gloucestershire-pcc.gov.uk/despite-hmicfrs-report-constabulary-is-making-huge-progress-says-pcc/",
        "northumbria, 2016, EFFECTIVENESS, prevent, https://www.justiceinspectorates.gov.uk/hmicfrs/peel-assessments/peel-2016/northumbria/effectiveness",
        "essex, 2017, EFFECTIVENESS, prevent, https://hmicfrs.justiceinspectorates.gov.uk/peel-assessments/peel-2018/essex/effectiveness/"
    })
    void namesOtherPagesThatStateTheSame(String force, String cycle, String pillar, String question, String url) {
        Answer judgment = judgment(force, cycle, pillar, question);
        assertTrue(
                judgment.all("confirmedBy").contains(url)
                        || judgment.at("source.url").equals(url),
                judgment.toString());
    }

    @Test
    void answersInWordsWhatIsNotGraded() {
        Answer judgment = judgment("gwent", "2014", "LEGITIMACY", "overall");
        assertEquals("UNGRADED", judgment.at("state"));
        assertEquals("null", judgment.at("grade"));
    }

    @Test
    void filtersByHowTheSourceStatesIt() {
        Answer answer = query("""
                {
                  carriedBack: judgments(filter: {basis: [CARRIED_BACK]}, first: 100) { totalCount nodes { basis } }
                  prose: judgments(filter: {basis: [PROSE, CARRIED_BACK], cycle: ["2017"]}, first: 100) { nodes { basis } }
                }
                """);
        // 39 read in a later report, and 2 of the list of such grades.
        assertEquals(41, answer.number("carriedBack.totalCount"));
        assertEquals(Set.of("CARRIED_BACK"), new HashSet<>(answer.all("carriedBack.nodes.basis")));
        assertEquals(Set.of("PROSE", "CARRIED_BACK"), new HashSet<>(answer.all("prose.nodes.basis")));
    }

    /** Days on which reports were published: their pages, press releases and the inspectorate's overviews. */
    @ParameterizedTest(name = "{0} {1}, {3}: {4} {5}")
    @CsvSource({
        "norfolk, 2016, EFFICIENCY, overall, 2016-11-03, DAY",
        "norfolk, 2017, EFFICIENCY, overall, 2017-11-09, DAY",
        "norfolk, 2018/19, EFFECTIVENESS, overall, 2019-05-02, DAY",
        "humberside, 2018/19, EFFICIENCY, overall, 2019-05-02, DAY",
        "south-yorkshire, 2017, EFFECTIVENESS, overall, 2018-03-22, BY",
        "surrey, 2015, EFFECTIVENESS, vulnerable, 2015-12-15, DAY",
        "norfolk, 2021/22, null, prevent, 2022-10-14, DAY",
        "gwent, 2023-25, null, investigate, 2025-06-27, DAY",
        // Two pages name two days; the later is the one by which it was published.
        "suffolk, 2023-25, null, respond, 2023-10-04, BY",
        // The day of an article on the report.
        "south-wales, 2023-25, null, workforce, 2024-05-24, BY",
        // Pages of the second and third tranche were changed earlier or later than they were published.
        "cleveland, 2018/19, EFFECTIVENESS, overall, 2019-09-27, BY",
        "lincolnshire, 2018/19, EFFECTIVENESS, overall, 2020-02-07, BY",
        // The dataset has no day for these forces: the day by which the reports of all forces were out.
        "kent, 2015, EFFICIENCY, overall, 2015-10-20, BY",
        "staffordshire, 2014, EFFICIENCY, overall, 2014-11-27, BY"
    })
    void isShownFromTheDayOfPublication(
            String force, String cycle, String pillar, String question, String day, String precision) {
        Answer judgment = judgment(force, cycle, pillar, question);
        assertEquals(day, judgment.at("knownFrom"));
        assertEquals(precision, judgment.at("knownFromPrecision"));
        LocalDate published = LocalDate.parse(day);
        assertEquals(
                1,
                ask(force, cycle, pillar, question, day).each("force.judgments").size());
        assertEquals(
                List.of(),
                ask(force, cycle, pillar, question, published.minusDays(1).toString())
                        .all("force.judgments.grade"));
    }

    @ParameterizedTest(name = "as of {0}")
    @CsvSource({
        "1990-01-01, 0, 0",
        "2014-11-26, 0, 0",
        "2016-02-17, 0, 43",
        "2016-02-18, 43, 43",
    })
    void showsNoGradeBeforeItWasPublished(String day, int effectiveness, int efficiency) {
        Answer answer = query("""
                query ($day: Date!) {
                  effectiveness: judgments(
                    filter: {asOf: $day, cycle: ["2015"], pillar: [EFFECTIVENESS], question: ["overall"]}
                  ) { totalCount }
                  efficiency: judgments(
                    filter: {asOf: $day, cycle: ["2015"], pillar: [EFFICIENCY], question: ["overall"]}
                  ) { totalCount }
                  later: judgments(filter: {asOf: $day, cycle: ["2016", "2017", "2018/19", "2021/22", "2023-25"]}) {
                    totalCount
                  }
                }
                """, Map.of("day", day));
        assertEquals(effectiveness, answer.number("effectiveness.totalCount"));
        assertEquals(efficiency, answer.number("efficiency.totalCount"));
        assertEquals(0, answer.number("later.totalCount"));
    }

    /** What HMIC counted: three forces required improvement, none was inadequate. Five grades are not known yet. */
    @Test
    void hasNoMoreGradesOfEfficiencyIn2014ThanTheInspectorateCounted() {
        List<String> grades = query("""
                {
                  judgments(filter: {cycle: ["2014"], pillar: [EFFICIENCY]}, first: 100) { nodes { grade } }
                }
                """).all("judgments.nodes.grade");
        assertTrue(grades.stream().filter("OUTSTANDING"::equals).count() <= 5, grades.toString());
        assertTrue(grades.stream().filter("GOOD"::equals).count() <= 35, grades.toString());
        assertEquals(3, grades.stream().filter("REQUIRES_IMPROVEMENT"::equals).count());
        assertEquals(0, grades.stream().filter("INADEQUATE"::equals).count());
    }

    /** Press releases say how many areas of a force got which grade. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "metropolitan, 2021/22, 0, 1, 2, 5, 1",
        "greater-manchester, 2021/22, 0, 0, 1, 5, 3",
        "greater-manchester, 2023-25, 0, 2, 5, 1, 0",
        "gwent, 2021/22, 0, 2, 3, 2, 1",
        "lancashire, 2021/22, 0, 6, 1, 1, 0",
        "durham, 2021/22, 2, 7, 1, 0, 0",
        "durham, 2023-25, 1, 2, 5, 2, 0",
        "dorset, 2023-25, 0, 2, 4, 3, 0",
        "staffordshire, 2021/22, 0, 0, 1, 5, 3",
        "nottinghamshire, 2021/22, 0, 2, 6, 1, 0",
        "devon-and-cornwall, 2023-25, 0, 1, 3, 2, 2",
        "west-midlands, 2021/22, 0, 5, 3, 3, 0",
        "south-yorkshire, 2021/22, 3, 5, 1, 0, 0",
        "cleveland, 2021/22, 0, 1, 4, 3, 2",
        "gloucestershire, 2021/22, 0, 4, 1, 0, 6",
        "suffolk, 2023-25, 0, 3, 3, 2, 1",
        "surrey, 2023-25, 0, 2, 4, 2, 1",
        "humberside, 2021/22, 6, 2, 1, 0, 0",
        "derbyshire, 2021/22, 0, 0, 4, 5, 0"
    })
    void hasNoMoreOfAGradeThanThePressReleaseCounts(
            String force,
            String cycle,
            int outstanding,
            int good,
            int adequate,
            int requiresImprovement,
            int inadequate) {
        List<String> grades = query("""
                query ($force: String!, $cycle: String!) { force(name: $force) { judgments(cycle: $cycle) { grade } } }
                """, Map.of("force", force, "cycle", cycle)).all("force.judgments.grade");
        Map<String, Integer> counted = Map.of(
                "OUTSTANDING", outstanding,
                "GOOD", good,
                "ADEQUATE", adequate,
                "REQUIRES_IMPROVEMENT", requiresImprovement,
                "INADEQUATE", inadequate);
        counted.forEach((grade, count) ->
                assertTrue(grades.stream().filter(grade::equals).count() <= count, grade + " in " + grades));
    }

    private static Answer judgment(String force, String cycle, String pillar, String question) {
        List<Answer> judgments = ask(force, cycle, pillar, question, null).each("force.judgments");
        assertEquals(1, judgments.size());
        return judgments.get(0);
    }

    private static Answer ask(String force, String cycle, String pillar, String question, String asOf) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("force", force);
        variables.put("cycle", cycle);
        variables.put("pillar", pillar.equals("null") ? null : pillar);
        variables.put("question", question);
        variables.put("asOf", asOf);
        return query(JUDGMENT, variables);
    }
}
