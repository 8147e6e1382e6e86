package peel.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/** Figures: comparators, values that are lost, and the ways to ask for them. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ObservationTest {

    @Test
    void hasNoComparatorForEnglandAndWalesItself() {
        List<Answer> figures = query("""
                {
                  observations(filter: {area: ["england-and-wales"]}, first: 100) {
                    nodes { value comparator { id } }
                  }
                }
                """).each("observations.nodes");
        assertTrue(figures.size() > 30);
        for (Answer figure : figures) {
            assertEquals("null", figure.at("comparator"));
        }
    }

    @ParameterizedTest(name = "against {0}: {1}, England and Wales {2}")
    @CsvSource({"2009-07-01, -5, -13", "2013-07-01, 5, 4"})
    void comparesAChangeWithTheChangeAgainstTheSameBaseline(String baseline, String value, String comparator) {
        Answer change = query("""
                {
                  observations(
                    filter: {metric: ["crime.change"], area: ["bedfordshire"], dimension: ["Recorded crime (excluding fraud)"]}
                  ) {
                    nodes { value baselineFrom comparator { value baselineFrom } }
                  }
                }
                """).each("observations.nodes").stream()
                .filter(each -> each.at("baselineFrom").equals(baseline))
                .findFirst()
                .orElseThrow();
        assertEquals(value, change.at("value"));
        assertEquals(comparator, change.at("comparator.value"));
        assertEquals(baseline, change.at("comparator.baselineFrom"));
    }

    @Test
    void servesDecimalsAsPrinted() {
        Answer answer = query("""
                {
                  observations(
                    filter: {metric: ["crime.rate"], area: ["england-and-wales"], dimension: ["Recorded crime (excluding fraud)", "Victim-based crime"], to: "2015-06-30"}
                  ) {
                    nodes { value printed }
                  }
                }
                """);
        assertEquals(
                List.of("56.0", "63.0"),
                answer.all("observations.nodes.value").stream().sorted().toList());
        assertEquals(
                List.of("56.0", "63.0"),
                answer.all("observations.nodes.printed").stream().sorted().toList());
    }

    /** Figure 1's chart is lost: each of the four years before the last, for both areas. */
    @Test
    void saysWhyAValueIsMissing() {
        List<Answer> lost = query("""
                {
                  observations(filter: {metric: ["crime.rate"], missing: true, to: "2015-06-30"}) {
                    nodes { value missing to area { code } source { figure } }
                  }
                }
                """).each("observations.nodes");
        assertEquals(8, lost.size());
        for (Answer figure : lost) {
            assertEquals("null", figure.at("value"));
            assertEquals("CHART_LOST", figure.at("missing"));
            assertEquals("Figure 1", figure.at("source.figure"));
        }
        assertEquals(0, query("""
                { observations(filter: {metric: ["crime.rate"], missing: false, to: "2014-12-31"}) { totalCount } }
                """).number("observations.totalCount"));
    }

    @Test
    void servesOrganisedCrimeGroupCountsOfAForceAndOfAll() {
        Answer answer = query("""
                {
                  force(name: "bedfordshire") {
                    organisedCrimeGroupCounts(asAt: "2015-06-30") { metric { code } predominantCrimeType value }
                    other: organisedCrimeGroupCounts(asAt: "2015-07-01") { value }
                  }
                  organisedCrimeGroupCounts(
                    filter: {predominantCrimeType: ["Drug activity"], area: ["bedfordshire", "england-and-wales"], asAt: "2015-06-30"}
                  ) {
                    totalCount
                    nodes { value area { code } }
                  }
                }
                """);
        assertEquals(
                List.of("ocg.count", "ocg.rate", "ocg.share"),
                answer.all("force.organisedCrimeGroupCounts.metric.code"));
        assertEquals(List.of("49", "76", "63"), answer.all("force.organisedCrimeGroupCounts.value"));
        assertEquals(
                List.of("null", "null", "Drug activity"),
                answer.all("force.organisedCrimeGroupCounts.predominantCrimeType"));
        assertEquals(List.of(), answer.all("force.other.value"));
        assertEquals(2, answer.number("organisedCrimeGroupCounts.totalCount"));
        assertEquals(
                List.of("63", "64"),
                answer.all("organisedCrimeGroupCounts.nodes.value").stream()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"IOM, 119", "MAPPA, 45", "SOPO, '4,52'"})
    void servesOffenderManagementFiguresOfAScheme(String scheme, String values) {
        Answer answer = query("""
                query ($scheme: OffenderScheme!) {
                  force(name: "bedfordshire") { offenderManagementFigures(scheme: $scheme) { scheme value } }
                  offenderManagementFigures(filter: {area: ["bedfordshire"], scheme: [$scheme]}) { nodes { value } }
                }
                """, Map.of("scheme", scheme));
        assertEquals(values, sorted(answer.all("force.offenderManagementFigures.value")));
        assertEquals(values, sorted(answer.all("offenderManagementFigures.nodes.value")));
        for (String each : answer.all("force.offenderManagementFigures.scheme")) {
            assertEquals(scheme, each);
        }
    }

    @Test
    void servesTheFiguresOfAForceByMetricAndTime() {
        Answer answer = query("""
                {
                  force(name: "cleveland") {
                    all: observations(metric: ["workforce.officers"], from: "2014-09-30", to: "2015-09-30") { asAt value __typename }
                    some: observations(metric: ["workforce.officers"], from: "2015-01-01", to: "2015-06-30") { asAt value }
                  }
                }
                """);
        assertEquals(List.of("1342.52", "1325.44", "1315.32"), answer.all("force.all.value"));
        assertEquals(List.of("Workforce", "Workforce", "Workforce"), answer.all("force.all.__typename"));
        assertEquals("1325.44", answer.at("force.some.value"));
    }

    @Test
    void findsMetricsByAPartOfCodeNameOrDefinitionWhateverTheCase() {
        assertEquals(List.of("ocg.count", "ocg.rate", "ocg.share"), metrics("ORGANISED crime"));
        assertEquals(List.of("iom.cohort"), metrics("iom."));
        assertEquals(List.of("mappa.highest-risk"), metrics("under mappa"));
        assertEquals(List.of(), metrics("100%"));
        List<String> all = query("{ metrics { code } }").all("metrics.code");
        assertEquals(all.stream().sorted().toList(), all);
        assertTrue(all.contains("asb.change") && all.contains("workforce.officers"));
    }

    @Test
    void namesTheMetricThatOneDerivesFrom() {
        Answer answer = query("{ metrics(search: \"ocg.share\") { parent { code } } }");
        assertEquals("ocg.count", answer.at("metrics.parent.code"));
    }

    @Test
    void namesTheForcesOfACombinedArea() {
        Answer answer = query("""
                {
                  observations(filter: {metric: ["ocg.rate"], area: ["warwickshire-and-west-mercia"]}) {
                    nodes { area { kind force { slug } members { slug } } }
                  }
                }
                """);
        assertEquals("COMBINED", answer.at("observations.nodes.area.kind"));
        assertEquals("null", answer.at("observations.nodes.area.force"));
        assertEquals(List.of("warwickshire", "west-mercia"), answer.all("observations.nodes.area.members.slug"));
    }

    private static List<String> metrics(String search) {
        return query("query ($search: String) { metrics(search: $search) { code } }", Map.of("search", search))
                .all("metrics.code");
    }

    private static String sorted(List<String> values) {
        return String.join(",", values.stream().sorted().toList());
    }
}
