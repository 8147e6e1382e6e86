package peel.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.BundledRows;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Rankings by ratios, since an earlier date and among some forces, against the lines of the bundled files. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RankedRatioTest {

    private static final List<Map<String, String>> OBSERVATIONS = Stream.concat(
                    BundledRows.of("observations").stream(), BundledRows.ofTables("observations").stream())
            .toList();

    private static final Map<String, Map<String, String>> FORCES =
            BundledRows.of("forces").stream().collect(Collectors.toMap(row -> row.get("slug"), row -> row));

    private static Map<String, BigDecimal> values(String metric, String day, Predicate<String> area) {
        return OBSERVATIONS.stream()
                .filter(row -> row.get("metric").equals(metric)
                        && (row.get("as_at") + row.get("to")).equals(day)
                        && area.test(row.get("area"))
                        && !row.get("value").isEmpty())
                .collect(Collectors.toMap(row -> row.get("area"), row -> new BigDecimal(row.get("value"))));
    }

    private static Map<String, BigDecimal> values(String metric, String day) {
        return values(metric, day, FORCES::containsKey);
    }

    private static BigDecimal ratio(BigDecimal divided, BigDecimal divisor, int units) {
        return divided.multiply(BigDecimal.valueOf(units)).divide(divisor, new MathContext(6, RoundingMode.HALF_UP));
    }

    private static long rank(Map<String, BigDecimal> values, String force) {
        return 1
                + values.values().stream()
                        .filter(other -> other.compareTo(values.get(force)) > 0)
                        .count();
    }

    @DisplayName("A ratio, its rank and ties are those of the lines of the files, with both numbers in the answer")
    @ParameterizedTest(name = "{0} per {3} {2} at {1}")
    @CsvSource({
        "asb.incidents, 2015-03-31, workforce.officers, 1, 2015-03-31",
        "stop-search.arrests, 2018-03-31, stop-search.searches, 100, 2018-03-31",
        "workforce.officers, 2018-03-31, population.resident, 1000, 2017-06-30",
        "workforce.special-constables, 2015-03-31, workforce.officers, 1, 2015-03-31"
    })
    void dividesWhatTheFilesHave(String metric, String at, String per, int units, String perAt) {
        Answer answer = query("""
                query ($metric: String!, $at: Date, $per: DenominatorInput) {
                  rankedMetric(metric: $metric, at: $at, per: $per) {
                    at per { metric { code } at units } mean median
                    ranked { rank of tied ratio { value units missing denominator { asAt to value } }
                             observation { value area { force { slug } } } } } }
                """, Map.of("metric", metric, "at", at, "per", Map.of("metric", per, "units", units)));
        assertEquals(at, answer.at("rankedMetric.at"));
        assertEquals(per, answer.at("rankedMetric.per.metric.code"));
        assertEquals(perAt, answer.at("rankedMetric.per.at"));
        Map<String, BigDecimal> divided = values(metric, at);
        Map<String, BigDecimal> divisors = values(per, perAt);
        Map<String, BigDecimal> expected = new HashMap<>();
        divided.forEach((force, value) -> {
            boolean isLeftOut = per.startsWith("population") && force.equals("city-of-london");
            if (divisors.containsKey(force) && divisors.get(force).signum() > 0 && !isLeftOut) {
                expected.put(force, ratio(value, divisors.get(force), units));
            }
        });
        assertTrue(expected.size() > 40, expected.size() + " forces");
        for (Answer ranked : answer.each("rankedMetric.ranked")) {
            String force = ranked.at("observation.area.force.slug");
            if (!expected.containsKey(force)) {
                assertEquals("null", ranked.at("rank"), force);
                assertTrue(!ranked.at("ratio.missing").equals("null"), force);
                continue;
            }
            BigDecimal value = expected.get(force);
            assertEquals(0, value.compareTo(new BigDecimal(ranked.at("ratio.value"))), force);
            assertEquals(0, divided.get(force).compareTo(new BigDecimal(ranked.at("observation.value"))), force);
            assertEquals(0, divisors.get(force).compareTo(new BigDecimal(ranked.at("ratio.denominator.value"))), force);
            assertEquals(rank(expected, force), ranked.number("rank"), force);
            assertEquals(expected.size(), ranked.number("of"), force);
            assertEquals(
                    expected.values().stream()
                                    .filter(other -> other.compareTo(value) == 0)
                                    .count()
                            - 1,
                    ranked.number("tied"),
                    force);
        }
        List<BigDecimal> sorted = expected.values().stream().sorted().toList();
        BigDecimal median = sorted.get((sorted.size() - 1) / 2)
                .add(sorted.get(sorted.size() / 2))
                .divide(BigDecimal.valueOf(2));
        assertEquals(0, median.compareTo(new BigDecimal(answer.at("rankedMetric.median"))));
        BigDecimal mean = sorted.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(sorted.size()), new MathContext(6, RoundingMode.HALF_UP));
        assertTrue(mean.subtract(new BigDecimal(answer.at("rankedMetric.mean")))
                        .abs()
                        .compareTo(mean.ulp())
                <= 0);
    }

    @DisplayName("A ratio is compared with that of England and Wales, and numbers per resident leave out the City")
    @Test
    void comparesWithEnglandAndWales() {
        Answer answer = query("""
                { rankedMetric(metric: "asb.incidents", at: "2018-03-31", per: {metric: "population.resident", units: 1000}) {
                    comparatorRatio { value denominator { value } }
                    ranked { difference ratio { value missing } observation { area { code } } } } }
                """);
        Predicate<String> national = "england-and-wales"::equals;
        BigDecimal expected = ratio(
                values("asb.incidents", "2018-03-31", national).get("england-and-wales"),
                values("population.resident", "2017-06-30", national).get("england-and-wales"),
                1000);
        assertEquals(0, expected.compareTo(new BigDecimal(answer.at("rankedMetric.comparatorRatio.value"))));
        int compared = 0;
        for (Answer ranked : answer.each("rankedMetric.ranked")) {
            if (ranked.at("observation.area.code").equals("city-of-london")) {
                assertEquals("FEW_RESIDENTS", ranked.at("ratio.missing"));
                assertEquals("null", ranked.at("difference"));
            } else if (!ranked.at("ratio.value").equals("null")) {
                BigDecimal difference = new BigDecimal(ranked.at("ratio.value")).subtract(expected);
                assertEquals(0, difference.compareTo(new BigDecimal(ranked.at("difference"))));
                compared++;
            }
        }
        assertTrue(compared >= 41, compared + " forces");
    }

    @DisplayName("What cannot be divided is an error that says why")
    @Test
    void refusesWrongRatios() {
        String ranked = "{ rankedMetric(metric: \"%s\", at: \"%s\", per: {metric: \"%s\"%s}) { at } }";
        assertTrue(refusal(ranked.formatted("crime.severity-score", "2018-03-31", "workforce.officers", ""))
                .contains("unit of \"crime.severity-score\" is SCORE"));
        assertTrue(refusal(ranked.formatted("workforce.officers", "2018-03-31", "asb.rate", ""))
                .contains("unit of \"asb.rate\" is PER_1000_POPULATION"));
        assertTrue(refusal(ranked.formatted("workforce.officers", "2022-03-31", "population.resident", ""))
                .contains("of 2018-06-30, are more than a year old"));
        assertTrue(refusal(ranked.formatted("workforce.officers", "2001-03-31", "population.resident", ""))
                .contains("No force has an observation of \"workforce.officers\" on 2001-03-31"));
        assertTrue(
                refusal(ranked.formatted("stop-search.arrests", "2018-03-31", "asb.incidents", ", at: \"2017-03-31\""))
                        .contains("needs the same period"));
        assertTrue(refusal(ranked.formatted(
                        "workforce.officers", "2018-03-31", "population.resident", ", at: \"2014-06-30\""))
                .contains("more than a year away"));
        assertTrue(refusal(ranked.formatted("workforce.officers", "2018-03-31", "population.resident", ", units: 0"))
                .contains("1 to 1000000"));
    }

    @DisplayName("Movement is the difference of the ranks of two dates")
    @ParameterizedTest(name = "{0} from {1} to {2}")
    @CsvSource({
        "workforce.officers, 2010-03-31, 2022-03-31",
        "workforce.special-constables, 2012-03-31, 2018-03-31",
        "crime.severity-score, 2015-03-31, 2018-03-31"
    })
    void saysWhoMoved(String metric, String since, String at) {
        Answer answer = query("""
                query ($metric: String!, $at: Date, $since: Date) {
                  rankedMetric(metric: $metric, at: $at, since: $since) {
                    since absentSince { slug }
                    ranked { rank movement earlier { rank of observation { value } } observation { area { force { slug } } } } } }
                """, Map.of("metric", metric, "at", at, "since", since));
        assertEquals(since, answer.at("rankedMetric.since"));
        Map<String, BigDecimal> now = values(metric, at);
        Map<String, BigDecimal> before = values(metric, since);
        int moved = 0;
        for (Answer ranked : answer.each("rankedMetric.ranked")) {
            String force = ranked.at("observation.area.force.slug");
            if (now.containsKey(force) && before.containsKey(force)) {
                assertEquals(rank(before, force), ranked.number("earlier.rank"), force);
                assertEquals(before.size(), ranked.number("earlier.of"), force);
                assertEquals(rank(before, force) - rank(now, force), ranked.number("movement"), force);
                assertEquals(0, before.get(force).compareTo(new BigDecimal(ranked.at("earlier.observation.value"))));
                moved++;
            } else {
                assertEquals("null", ranked.at("movement"), force);
            }
        }
        assertTrue(moved > 40, moved + " forces");
    }

    @DisplayName("An earlier date must be earlier, and has a denominator of its own")
    @Test
    void refusesWrongDates() {
        assertTrue(refusal(
                        "{ rankedMetric(metric: \"workforce.officers\", at: \"2018-03-31\", since: \"2018-03-31\") { at } }")
                .contains("must be an earlier date"));
        assertTrue(refusal(
                        "{ rankedMetric(metric: \"workforce.officers\", at: \"2018-03-31\", since: \"2017-04-01\") { at } }")
                .contains("2017-03-31"));
        assertTrue(refusal("""
                { rankedMetric(metric: "workforce.officers", at: "2018-03-31", since: "2017-03-31",
                               per: {metric: "population.resident", at: "2017-06-30"}) { at } }
                """).contains("cannot be combined"));
    }

    @DisplayName("The peers of a force are ranked among each other, and the force's place is clear")
    @Test
    void ranksPeers() {
        Answer answer = query("""
                { rankedMetric(metric: "workforce.officers", at: "2018-03-31", forces: {peersOf: {force: "Kent", by: REGION}}) {
                    mean median absent { slug } rankOf(force: "kent") { rank of observation { area { code } } }
                    ranked { rank observation { area { code } } } } }
                """);
        Map<String, BigDecimal> values = values(
                "workforce.officers",
                "2018-03-31",
                area -> FORCES.containsKey(area)
                        && FORCES.get(area)
                                .get("region")
                                .equals(FORCES.get("kent").get("region")));
        assertTrue(values.size() > 2 && values.size() < 10, values.size() + " forces");
        assertEquals(values.keySet(), Set.copyOf(answer.all("rankedMetric.ranked.observation.area.code")));
        for (Answer ranked : answer.each("rankedMetric.ranked")) {
            assertEquals(rank(values, ranked.at("observation.area.code")), ranked.number("rank"));
        }
        assertEquals("kent", answer.at("rankedMetric.rankOf.observation.area.code"));
        assertEquals(rank(values, "kent"), answer.number("rankedMetric.rankOf.rank"));
        assertEquals(values.size(), answer.number("rankedMetric.rankOf.of"));
        BigDecimal found = new BigDecimal(answer.at("rankedMetric.mean"));
        assertEquals(
                0,
                found.compareTo(values.values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), found.scale(), RoundingMode.HALF_UP)));
    }

    @DisplayName("Conditions and tables take ratios, as rankings do")
    @Test
    void takesRatiosElsewhere() {
        Answer answer = query("""
                { forces(first: 50, filter: {measured: [{metric: "asb.incidents", at: "2015-03-31", above: 15,
                                                         per: {metric: "workforce.officers"}}]}) { nodes { slug } }
                  figureTable(columns: [{metric: "asb.incidents", at: "2015-03-31", per: {metric: "workforce.officers"}}]) {
                    columns { per { at } } rows { force { slug } cells { ratio { value } } } } }
                """);
        Map<String, BigDecimal> officers = values("workforce.officers", "2015-03-31");
        Map<String, BigDecimal> ratios = new HashMap<>();
        values("asb.incidents", "2015-03-31")
                .forEach((force, value) -> ratios.put(force, ratio(value, officers.get(force), 1)));
        Set<String> above = ratios.entrySet().stream()
                .filter(each -> each.getValue().compareTo(BigDecimal.valueOf(15)) > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(!above.isEmpty() && above.size() < 43, above.toString());
        assertEquals(above, new TreeSet<>(answer.all("forces.nodes.slug")));
        assertEquals("2015-03-31", answer.at("figureTable.columns.0.per.at"));
        for (Answer row : answer.each("figureTable.rows")) {
            String force = row.at("force.slug");
            if (ratios.containsKey(force)) {
                assertEquals(0, ratios.get(force).compareTo(new BigDecimal(row.at("cells.0.ratio.value"))), force);
            }
        }
    }
}
