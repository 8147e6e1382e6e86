package peel.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.refusal;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/**
 * Rankings. No two areas of the bundled dataset have equal values of a metric that can be ranked;
 * ties are tested where datasets are imported.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RankingTest {

    private static final String FIELDS =
            "{ rank observation { area { code kind } asAt to value missing comparability } }";

    @Test
    void ranksAllForcesAtTheLatestDayTheLargestFirst() {
        List<Answer> ranking = ranking("metric: \"workforce.officers\"");
        assertEquals(43, ranking.size());
        assertEquals("metropolitan", ranking.get(0).at("observation.area.code"));
        assertEquals("33983.65", ranking.get(0).at("observation.value"));
        assertEquals("city-of-london", ranking.get(42).at("observation.area.code"));
        assertEquals("884.49", ranking.get(42).at("observation.value"));
        for (Answer place : ranking) {
            assertEquals("2022-03-31", place.at("observation.asAt"));
            assertEquals("FORCE", place.at("observation.area.kind"));
        }
        assertEquals(
                IntStream.rangeClosed(1, 43).boxed().toList(),
                ranking.stream().map(place -> place.number("rank")).toList());
        List<BigDecimal> values = ranking.stream()
                .map(place -> new BigDecimal(place.at("observation.value")))
                .toList();
        assertEquals(values.stream().sorted(Comparator.reverseOrder()).toList(), values);
    }

    @Test
    void ranksTheSmallestFirstWhenAskedTo() {
        List<Answer> ranking = ranking("metric: \"workforce.officers\", direction: ASCENDING");
        assertEquals("city-of-london", ranking.get(0).at("observation.area.code"));
        assertEquals("1", ranking.get(0).at("rank"));
        assertEquals("metropolitan", ranking.get(42).at("observation.area.code"));
    }

    @Test
    void ranksAtAnEarlierDay() {
        Answer first =
                ranking("metric: \"workforce.officers\", at: \"2014-09-30\"").get(0);
        assertEquals("31583.05", first.at("observation.value"));
        assertEquals("2014-09-30", first.at("observation.asAt"));
        String refusal = refusal("{ ranking(metric: \"workforce.officers\", at: \"1999-12-31\") { rank } }");
        assertTrue(refusal.contains("2007-03-31, 2008-03-31"), refusal);
    }

    @Test
    void putsAreasWithoutAValueLastWithTheReason() {
        for (String direction : List.of("ASCENDING", "DESCENDING")) {
            List<Answer> ranking = ranking("metric: \"ocg.rate\", direction: " + direction);
            assertEquals("bedfordshire", ranking.get(0).at("observation.area.code"));
            assertEquals("1", ranking.get(0).at("rank"));
            assertEquals("76", ranking.get(0).at("observation.value"));
            assertPlace(ranking.get(1), "city-of-london", "EXCLUDED", "not comparable");
            assertPlace(ranking.get(2), "warwickshire", "EXCLUDED", "counted together");
            assertPlace(ranking.get(3), "warwickshire-and-west-mercia", "CHART_LOST", "both areas");
            assertPlace(ranking.get(4), "west-mercia", "EXCLUDED", "counted together");
            assertEquals(5, ranking.size());
        }
    }

    private static void assertPlace(Answer place, String area, String missing, String reason) {
        assertEquals("null", place.at("rank"));
        assertEquals(area, place.at("observation.area.code"));
        assertEquals("null", place.at("observation.value"));
        assertEquals(missing, place.at("observation.missing"));
        assertTrue(place.at("observation.comparability").contains(reason), place.toString());
    }

    @Test
    void requiresADimensionAndListsTheValidOnes() {
        String message = refusal("{ ranking(metric: \"crime.rate\", at: \"2015-06-30\") { rank } }");
        for (String dimension : List.of(
                "crime.rate",
                "Assault with injury",
                "Recorded crime (excluding fraud)",
                "Sexual offences",
                "Victim-based crime")) {
            assertTrue(message.contains(dimension), message);
        }
    }

    @Test
    void ranksOneDimension() {
        Answer place = ranking("metric: \"crime.rate\", at: \"2015-06-30\", dimension: \"Sexual offences\"")
                .get(0);
        assertEquals("bedfordshire", place.at("observation.area.code"));
        assertEquals("1.4", place.at("observation.value"));
    }

    @Test
    void ranksByTheLatestBaselineWhereThereAreSeveral() {
        Answer place = ranking("metric: \"crime.change\", dimension: \"Recorded crime (excluding fraud)\"")
                .get(0);
        assertEquals("5", place.at("observation.value"));
    }

    private static List<Answer> ranking(String arguments) {
        return query("{ ranking(%s) %s }".formatted(arguments, FIELDS)).each("ranking");
    }
}
