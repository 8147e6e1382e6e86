package peel.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/**
 * Population, against the tables of the Office for National Statistics: Table P9 of the Police Force Area data tables,
 * year ending March 2018, for mid-2002 to mid-2016, and Table P3 of later ones for mid-2017 and mid-2018.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class PopulationTest {

    private static final String POPULATION = """
            query ($area: [String!], $metric: [String!], $day: Date!) {
              observations(filter: {metric: $metric, area: $area, from: $day, to: $day}, first: 100) {
                totalCount
                nodes { value comparability area { code kind } source { figure publication { title } } }
              }
            }
            """;

    @ParameterizedTest(name = "{0}, mid-{1}: {2}")
    @CsvSource({
        // Three forces whose figures were wrong in the series that was bundled before.
        "metropolitan, 2015, 8660200, P9, March 2018",
        "nottinghamshire, 2015, 1125200, P9, March 2018",
        "thames-valley, 2015, 2357800, P9, March 2018",
        "metropolitan, 2002, 7369400, P9, March 2018",
        "city-of-london, 2015, 6700, P9, March 2018",
        "bedfordshire, 2002, 571500, P9, March 2018",
        "bedfordshire, 2015, 652400, P9, March 2018",
        "north-wales, 2002, 666900, P9, March 2018",
        "gwent, 2015, 582200, P9, March 2018",
        "dyfed-powys, 2015, 515900, P9, March 2018",
        "south-wales, 2017, 1324400, P3, March 2019",
        "thames-valley, 2017, 2391700, P3, March 2019",
        "nottinghamshire, 2018, 1154200, P3, December 2019",
        "metropolitan, 2018, 8899400, P3, December 2019",
        // The table for December 2019 leaves Greater Manchester out, and says so nowhere.
        "greater-manchester, 2018, 2812600, P3, June 2019",
        "region-north-west, 2018, 7292100, P3, June 2019",
        "england-and-wales, 2018, 59115800, P3, June 2019",
        "england-and-wales, 2015, 57885400, P9, March 2018",
        "region-wales, 2015, 3099100, P9, March 2018",
        "region-london, 2015, 8666900, P9, March 2018"
    })
    void isThePrintedFigure(String area, int year, String people, String table, String yearEnding) {
        Answer answer = population("population.resident", List.of(area), year);
        assertEquals(1, answer.number("observations.totalCount"));
        assertEquals(people, answer.at("observations.nodes.value"));
        assertEquals("rounded to 100 in print", answer.at("observations.nodes.comparability"));
        assertEquals("Table " + table, answer.at("observations.nodes.source.figure"));
        String title = answer.at("observations.nodes.source.publication.title");
        assertTrue(title.contains("year ending " + yearEnding), title);
    }

    @ParameterizedTest(name = "{0}, mid-{1}: {2}")
    @CsvSource({
        "metropolitan, 2001, 7315044",
        "metropolitan, 2019, 8952268",
        "nottinghamshire, 2020, 1170475",
        "bedfordshire, 2019, 674992",
        "gwent, 2020, 598194",
        "city-of-london, 2020, 10938"
    })
    void isComputedOnlyForYearsWithoutAPrintedFigure(String area, int year, String people) {
        Answer answer = population("population.resident-computed", List.of(area), year);
        assertEquals(people, answer.at("observations.nodes.value"));
        assertTrue(answer.at("observations.nodes.comparability").startsWith("computed: "));
        assertEquals(0, population("population.resident", List.of(area), year).number("observations.totalCount"));
        assertEquals(
                0,
                population("population.resident-computed", List.of(area), 2015).number("observations.totalCount"));
    }

    /** Each figure is rounded to 100: the sum of 43 may miss the total by 43 times 50, and misses it by 400 at most. */
    @ParameterizedTest(name = "mid-{0}")
    @ValueSource(ints = {2002, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018})
    void addsUpToEnglandAndWales(int year) {
        List<Answer> figures = population("population.resident", null, year).each("observations.nodes");
        // 43 forces, ten regions with Wales, England, and England and Wales.
        assertEquals(55, figures.size());
        assertEquals(total(figures, "ENGLAND_AND_WALES"), total(figures, "FORCE"), 400, "forces and England and Wales");
        assertEquals(
                total(figures, "ENGLAND_AND_WALES"), total(figures, "REGION"), 400, "regions and England and Wales");
    }

    @Test
    void hasTheFourForcesOfWales() {
        assertEquals(4 * 17, query("""
                        {
                          observations(
                            filter: {metric: ["population.resident"], area: ["north-wales", "gwent", "south-wales", "dyfed-powys"]}
                          ) { totalCount }
                        }
                        """).number("observations.totalCount"));
    }

    private static double total(List<Answer> figures, String kind) {
        return figures.stream()
                .filter(figure -> figure.at("area.kind").equals(kind))
                .mapToLong(figure -> Long.parseLong(figure.at("value")))
                .sum();
    }

    /**
     * @param areas null for all
     */
    private static Answer population(String metric, @Nullable List<String> areas, int year) {
        Map<String, Object> variables = new HashMap<>(Map.of("metric", List.of(metric), "day", year + "-06-30"));
        variables.put("area", areas);
        return query(POPULATION, variables);
    }
}
