package peel.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.BundledRows;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Rankings against the lines of the bundled files. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RankedMetricTest {

    private static final List<Map<String, String>> OBSERVATIONS = BundledRows.ofTables("observations");

    private static final List<String> FORCES =
            BundledRows.of("forces").stream().map(row -> row.get("slug")).toList();

    /** The values of forces, by slug. */
    private static Map<String, BigDecimal> values(String metric, String day) {
        return OBSERVATIONS.stream()
                .filter(row -> row.get("metric").equals(metric)
                        && (row.get("as_at") + row.get("to")).equals(day)
                        && FORCES.contains(row.get("area"))
                        && !row.get("value").isEmpty())
                .collect(Collectors.toMap(row -> row.get("area"), row -> new BigDecimal(row.get("value"))));
    }

    @DisplayName("Ranks, ties, quarters, mean and median are those of the lines of the files")
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "workforce.officers, 2015-03-31",
        "workforce.special-constables, 2012-03-31",
        "stop-search.searches, 2016-03-31"
    })
    void agreesWithTheFiles(String metric, String day) {
        Answer answer = query("""
                query ($metric: String!, $at: Date) {
                  rankedMetric(metric: $metric, at: $at) {
                    at mean median absent { slug }
                    ranked { rank of tied quarter difference observation { value area { force { slug } } } } } }
                """, Map.of("metric", metric, "at", day));
        Map<String, BigDecimal> values = values(metric, day);
        assertTrue(values.size() > 40, values.size() + " forces");
        assertEquals(
                FORCES.stream().filter(force -> !values.containsKey(force)).toList(),
                answer.all("rankedMetric.absent.slug").stream()
                        .filter(force -> !force.equals("null"))
                        .sorted()
                        .toList());
        int of = 0;
        for (Answer ranked : answer.each("rankedMetric.ranked")) {
            String force = ranked.at("observation.area.force.slug");
            BigDecimal value = values.get(force);
            if (value == null) {
                assertEquals("null", ranked.at("rank"), force);
                continue;
            }
            assertEquals(0, value.compareTo(new BigDecimal(ranked.at("observation.value"))), force);
            long better = values.values().stream()
                    .filter(other -> other.compareTo(value) > 0)
                    .count();
            long same = values.values().stream()
                    .filter(other -> other.compareTo(value) == 0)
                    .count();
            assertEquals(better + 1, ranked.number("rank"), force);
            assertEquals(same - 1, ranked.number("tied"), force);
            assertEquals(values.size(), ranked.number("of"), force);
            assertEquals(better * 4 / values.size() + 1, ranked.number("quarter"), force);
            // The value of England and Wales is the total of these numbers.
            assertEquals("null", ranked.at("difference"), force);
            of++;
        }
        assertEquals(values.size(), of);
        List<BigDecimal> sorted = values.values().stream().sorted().toList();
        BigDecimal median = sorted.get((sorted.size() - 1) / 2)
                .add(sorted.get(sorted.size() / 2))
                .divide(BigDecimal.valueOf(2));
        assertEquals(0, median.compareTo(new BigDecimal(answer.at("rankedMetric.median"))));
        BigDecimal found = new BigDecimal(answer.at("rankedMetric.mean"));
        BigDecimal mean = sorted.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(sorted.size()), found.scale(), RoundingMode.HALF_UP);
        assertEquals(0, mean.compareTo(found));
    }

    @DisplayName("A metric without a dated value of any force ranks none")
    @Test
    void ranksNothingWithoutDates() {
        assertTrue(values("outcome.types", "").isEmpty());
        Answer answer = query("{ rankedMetric(metric: \"outcome.types\") { at ranked { rank } absent { slug } } }");
        assertEquals("null", answer.at("rankedMetric.at"));
        assertEquals(List.of(), answer.all("rankedMetric.ranked"));
        assertEquals(FORCES.size(), answer.all("rankedMetric.absent.slug").size());
    }

    @DisplayName("A table has the value and rank of each force in each column")
    @Test
    void makesTables() {
        Answer answer = query("""
                { figureTable(columns: [{metric: "workforce.officers", at: "2015-03-31"},
                                        {metric: "crime.severity-score", at: "2015-03-31"}]) {
                    columns { metric { code } at forces }
                    rows { force { slug } cells { rank observation { value } } } } }
                """);
        // No score is printed for the City of London.
        assertEquals(List.of("43", "42"), answer.all("figureTable.columns.forces"));
        Map<String, Answer> rows = answer.each("figureTable.rows").stream()
                .collect(Collectors.toMap(row -> row.at("force.slug"), Function.identity()));
        Map<String, BigDecimal> officers = values("workforce.officers", "2015-03-31");
        Map<String, BigDecimal> severity = values("crime.severity-score", "2015-03-31");
        for (String force : FORCES) {
            List<String> cells = rows.get(force).all("cells.observation.value");
            assertEquals(0, officers.get(force).compareTo(new BigDecimal(cells.get(0))), force);
            if (force.equals("city-of-london")) {
                assertEquals("null", cells.get(1));
            } else {
                assertEquals(0, severity.get(force).compareTo(new BigDecimal(cells.get(1))), force);
            }
        }
    }

    @DisplayName("A rate is compared with that of England and Wales")
    @Test
    void comparesRates() {
        Answer answer = query("""
                { rankedMetric(metric: "crime.severity-score", at: "2015-03-31") {
                    comparator { value } ranked { difference observation { value comparator { value } area { kind } } } } }
                """);
        BigDecimal national = new BigDecimal(answer.at("rankedMetric.comparator.value"));
        int compared = 0;
        for (Answer ranked : answer.each("rankedMetric.ranked")) {
            if (ranked.at("observation.value").equals("null")) {
                assertEquals("null", ranked.at("difference"));
                continue;
            }
            assertEquals(
                    0,
                    new BigDecimal(ranked.at("observation.value"))
                            .subtract(national)
                            .compareTo(new BigDecimal(ranked.at("difference"))));
            compared++;
        }
        assertEquals(42, compared);
    }

    @DisplayName("A day without figures is an error that names the nearest days with some")
    @Test
    void offersDays() {
        assertTrue(refusal("{ rankedMetric(metric: \"workforce.officers\", at: \"2015-04-01\") { at } }")
                .contains("2015-03-31"));
        assertTrue(refusal("{ ranking(metric: \"workforce.officers\", at: \"1999-01-01\") { rank } }")
                .contains("2007-03-31"));
        String column = "{metric: \"workforce.officers\"}, ";
        assertTrue(refusal("{ figureTable(columns: [" + column.repeat(11) + "]) { columns { at } } }")
                .contains("11 columns"));
    }
}
