package peel.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/**
 * The figures of "PEEL: Police effectiveness 2015", Bedfordshire. Numbers are those of the report's
 * list of facts, L is a line of its text; expected values were read in the report.
 *
 * <p>Columns: fact; first and last line; metric; unit; dimension and the group it is part of; area;
 * period ({@code from..to}, a day, or none); baseline of a change; value; qualifier; the value for
 * England and Wales: the reason why it is missing, or {@code null} where there is nothing to
 * compare with.
 *
 * <p>Facts of sections 4 to 7 without a case, since they are no figures that the report prints:
 *
 * <ul>
 *   <li>70 ("more than two-thirds of forces"), 163 ("fully-staffed by"), 174 (three of the
 *       threats), 150, 151, 156, 162, 172 (bands, backlogs and make-up without numbers): no number
 *       is given
 *   <li>69, 95, 99, 139, 142, 171, 173 and the terms of 136: definitions, and how the table is laid
 *       out
 *   <li>94, 98, 161, 164, 176: when something came, not how much of it there is
 *   <li>152, 157 to 160, 177 to 179: how the force or the inspectorate works: meetings, kinds of
 *       response, deadlines, exercises, a recommendation to all forces
 * </ul>
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class FigureFactsTest {

    private static final String OBSERVATIONS = """
            query ($metric: String!, $area: String!) {
              observations(filter: {metric: [$metric], area: [$area], to: "2015-12-31"}, first: 100) {
                nodes {
                  metric { code unit denominator }
                  area { code kind }
                  from to asAt baselineFrom baselineTo
                  ... on CrimeRate { offenceGroup }
                  ... on CrimeOutcome { outcomeType outcomeGroup }
                  ... on OrganisedCrimeGroupCount { predominantCrimeType }
                  ... on OffenderManagementFigure { scheme }
                  value missing qualifier comparability assessment
                  comparator {
                    area { code } metric { code } from to asAt baselineFrom baselineTo value missing
                  }
                  source { lineFrom lineTo figure publication { title publisher } }
                }
              }
            }
            """;

    private static final List<String> DIMENSIONS =
            List.of("offenceGroup", "outcomeType", "predominantCrimeType", "scheme");

    @DisplayName("Recorded crime and anti-social behaviour")
    @ParameterizedTest(name = "fact {0}, L{1}-{2}: {3} {5}, {7}: {10}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            71 | 383 | 384 | crime.change         | PERCENT_CHANGE      | Recorded crime (excluding fraud) | - | bedfordshire      | 2014-07-01..2015-06-30 | 2009-07-01..2010-06-30 | -5    | EXACT | -13
            72 | 385 | 385 | crime.change         | PERCENT_CHANGE      | Recorded crime (excluding fraud) | - | england-and-wales | 2014-07-01..2015-06-30 | 2009-07-01..2010-06-30 | -13   | EXACT | null
            73 | 387 | 389 | crime.change         | PERCENT_CHANGE      | Victim-based crime               | - | bedfordshire      | 2014-07-01..2015-06-30 | 2009-07-01..2010-06-30 | -6    | EXACT | -12
            74 | 389 | 389 | crime.change         | PERCENT_CHANGE      | Victim-based crime               | - | england-and-wales | 2014-07-01..2015-06-30 | 2009-07-01..2010-06-30 | -12   | EXACT | null
            75 | 391 | 392 | crime.change         | PERCENT_CHANGE      | Recorded crime (excluding fraud) | - | bedfordshire      | 2014-07-01..2015-06-30 | 2013-07-01..2014-06-30 | 5     | EXACT | 4
            76 | 393 | 393 | crime.change         | PERCENT_CHANGE      | Recorded crime (excluding fraud) | - | england-and-wales | 2014-07-01..2015-06-30 | 2013-07-01..2014-06-30 | 4     | EXACT | null
            77 | 414 | 414 | crime.rate           | PER_1000_POPULATION | Recorded crime (excluding fraud) | - | bedfordshire      | 2014-07-01..2015-06-30 | -                      | 61.2  | EXACT | 63.0
            78 | 414 | 414 | crime.rate           | PER_1000_POPULATION | Recorded crime (excluding fraud) | - | england-and-wales | 2014-07-01..2015-06-30 | -                      | 63.0  | EXACT | null
            79 | 416 | 416 | crime.rate           | PER_1000_POPULATION | Victim-based crime               | - | bedfordshire      | 2014-07-01..2015-06-30 | -                      | 55.3  | EXACT | 56.0
            80 | 416 | 416 | crime.rate           | PER_1000_POPULATION | Victim-based crime               | - | england-and-wales | 2014-07-01..2015-06-30 | -                      | 56.0  | EXACT | null
            81 | 418 | 418 | crime.rate           | PER_1000_POPULATION | Sexual offences                  | - | bedfordshire      | 2014-07-01..2015-06-30 | -                      | 1.4   | EXACT | 1.6
            82 | 418 | 418 | crime.rate           | PER_1000_POPULATION | Sexual offences                  | - | england-and-wales | 2014-07-01..2015-06-30 | -                      | 1.6   | EXACT | null
            83 | 420 | 420 | crime.rate           | PER_1000_POPULATION | Assault with injury              | - | bedfordshire      | 2014-07-01..2015-06-30 | -                      | 6.5   | EXACT | 6.3
            84 | 420 | 420 | crime.rate           | PER_1000_POPULATION | Assault with injury              | - | england-and-wales | 2014-07-01..2015-06-30 | -                      | 6.3   | EXACT | null
            85 | 422 | 422 | crime.household-rate | PER_1000_HOUSEHOLDS | Burglary in a dwelling           | - | bedfordshire      | 2014-07-01..2015-06-30 | -                      | 12.2  | EXACT | 8.4
            86 | 422 | 422 | crime.household-rate | PER_1000_HOUSEHOLDS | Burglary in a dwelling           | - | england-and-wales | 2014-07-01..2015-06-30 | -                      | 8.4   | EXACT | null
            87 | 424 | 424 | asb.rate             | PER_1000_POPULATION | -                                | - | bedfordshire      | 2014-07-01..2015-06-30 | -                      | 33.6  | EXACT | 32.9
            88 | 424 | 424 | asb.rate             | PER_1000_POPULATION | -                                | - | england-and-wales | 2014-07-01..2015-06-30 | -                      | 32.9  | EXACT | null
            90 | 429 | 430 | asb.incidents        | COUNT               | -                                | - | bedfordshire      | 2014-07-01..2015-06-30 | -                      | 21618 | EXACT | NOT_PRINTED
            91 | 430 | 431 | asb.change           | PERCENT_CHANGE      | -                                | - | bedfordshire      | 2014-07-01..2015-06-30 | 2013-07-01..2014-06-30 | 7     | EXACT | -9
            92 | 432 | 433 | asb.change           | PERCENT_CHANGE      | -                                | - | england-and-wales | 2014-07-01..2015-06-30 | 2013-07-01..2014-06-30 | -9    | EXACT | null
            """)
    void servesRecordedCrimeAndAntiSocialBehaviour(@AggregateWith(FigureReader.class) Figure figure) {
        assertServed(figure);
    }

    @DisplayName("Outcomes")
    @ParameterizedTest(name = "fact {0}, L{1}-{2}: {3} {5}, {7}: {10}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
             96 | 696 | 696 | outcome.types             | COUNT   | -                            | -                       | england-and-wales | -                      | - | 20     | EXACT | null
             97 | 703 | 704 | outcome.forces-incomplete | COUNT   | -                            | -                       | england-and-wales | -                      | - | 2      | EXACT | null
            100 | 748 | 748 | outcome.count             | COUNT   | Charged/Summonsed            | -                       | bedfordshire      | 2014-07-01..2015-06-30 | - | 5295   | EXACT | 577678
            101 | 748 | 748 | outcome.rate              | PERCENT | Charged/Summonsed            | -                       | bedfordshire      | 2014-07-01..2015-06-30 | - | 13.4   | EXACT | 16.0
            102 | 748 | 748 | outcome.count             | COUNT   | Charged/Summonsed            | -                       | england-and-wales | 2014-07-01..2015-06-30 | - | 577678 | EXACT | null
            103 | 748 | 748 | outcome.rate              | PERCENT | Charged/Summonsed            | -                       | england-and-wales | 2014-07-01..2015-06-30 | - | 16.0   | EXACT | null
            104 | 750 | 750 | outcome.count             | COUNT   | Taken into consideration     | -                       | bedfordshire      | 2014-07-01..2015-06-30 | - | 234    | EXACT | 21318
            105 | 750 | 750 | outcome.rate              | PERCENT | Taken into consideration     | -                       | bedfordshire      | 2014-07-01..2015-06-30 | - | 0.6    | EXACT | 0.6
            106 | 750 | 750 | outcome.count             | COUNT   | Taken into consideration     | -                       | england-and-wales | 2014-07-01..2015-06-30 | - | 21318  | EXACT | null
            107 | 750 | 750 | outcome.rate              | PERCENT | Taken into consideration     | -                       | england-and-wales | 2014-07-01..2015-06-30 | - | 0.6    | EXACT | null
            108 | 752 | 752 | outcome.count             | COUNT   | Out-of-court (formal)        | -                       | bedfordshire      | 2014-07-01..2015-06-30 | - | 1528   | EXACT | 165384
            109 | 752 | 752 | outcome.rate              | PERCENT | Out-of-court (formal)        | -                       | bedfordshire      | 2014-07-01..2015-06-30 | - | 3.9    | EXACT | 4.6
            110 | 752 | 752 | outcome.count             | COUNT   | Out-of-court (formal)        | -                       | england-and-wales | 2014-07-01..2015-06-30 | - | 165384 | EXACT | null
            111 | 752 | 752 | outcome.rate              | PERCENT | Out-of-court (formal)        | -                       | england-and-wales | 2014-07-01..2015-06-30 | - | 4.6    | EXACT | null
            112 | 754 | 754 | outcome.count             | COUNT   | Caution - youths             | Out-of-court (formal)   | bedfordshire      | 2014-07-01..2015-06-30 | - | 129    | EXACT | 19703
            113 | 754 | 754 | outcome.rate              | PERCENT | Caution - youths             | Out-of-court (formal)   | bedfordshire      | 2014-07-01..2015-06-30 | - | 0.3    | EXACT | 0.5
            114 | 754 | 754 | outcome.count             | COUNT   | Caution - youths             | Out-of-court (formal)   | england-and-wales | 2014-07-01..2015-06-30 | - | 19703  | EXACT | null
            115 | 754 | 754 | outcome.rate              | PERCENT | Caution - youths             | Out-of-court (formal)   | england-and-wales | 2014-07-01..2015-06-30 | - | 0.5    | EXACT | null
            116 | 756 | 756 | outcome.count             | COUNT   | Caution - adults             | Out-of-court (formal)   | bedfordshire      | 2014-07-01..2015-06-30 | - | 1230   | EXACT | 115000
            117 | 756 | 756 | outcome.rate              | PERCENT | Caution - adults             | Out-of-court (formal)   | bedfordshire      | 2014-07-01..2015-06-30 | - | 3.1    | EXACT | 3.2
            118 | 756 | 756 | outcome.count             | COUNT   | Caution - adults             | Out-of-court (formal)   | england-and-wales | 2014-07-01..2015-06-30 | - | 115000 | EXACT | null
            119 | 756 | 756 | outcome.rate              | PERCENT | Caution - adults             | Out-of-court (formal)   | england-and-wales | 2014-07-01..2015-06-30 | - | 3.2    | EXACT | null
            120 | 758 | 758 | outcome.count             | COUNT   | Penalty Notices for Disorder | Out-of-court (formal)   | bedfordshire      | 2014-07-01..2015-06-30 | - | 169    | EXACT | 30681
            121 | 758 | 758 | outcome.rate              | PERCENT | Penalty Notices for Disorder | Out-of-court (formal)   | bedfordshire      | 2014-07-01..2015-06-30 | - | 0.4    | EXACT | 0.8
            122 | 758 | 758 | outcome.count             | COUNT   | Penalty Notices for Disorder | Out-of-court (formal)   | england-and-wales | 2014-07-01..2015-06-30 | - | 30681  | EXACT | null
            123 | 758 | 758 | outcome.rate              | PERCENT | Penalty Notices for Disorder | Out-of-court (formal)   | england-and-wales | 2014-07-01..2015-06-30 | - | 0.8    | EXACT | null
            124 | 760 | 760 | outcome.count             | COUNT   | Out-of-court (informal)      | -                       | bedfordshire      | 2014-07-01..2015-06-30 | - | 2213   | EXACT | 159915
            125 | 760 | 760 | outcome.rate              | PERCENT | Out-of-court (informal)      | -                       | bedfordshire      | 2014-07-01..2015-06-30 | - | 5.6    | EXACT | 4.4
            126 | 760 | 760 | outcome.count             | COUNT   | Out-of-court (informal)      | -                       | england-and-wales | 2014-07-01..2015-06-30 | - | 159915 | EXACT | null
            127 | 760 | 760 | outcome.rate              | PERCENT | Out-of-court (informal)      | -                       | england-and-wales | 2014-07-01..2015-06-30 | - | 4.4    | EXACT | null
            128 | 762 | 762 | outcome.count             | COUNT   | Cannabis/Khat warning        | Out-of-court (informal) | bedfordshire      | 2014-07-01..2015-06-30 | - | 371    | EXACT | 41964
            129 | 762 | 762 | outcome.rate              | PERCENT | Cannabis/Khat warning        | Out-of-court (informal) | bedfordshire      | 2014-07-01..2015-06-30 | - | 0.9    | EXACT | 1.2
            130 | 762 | 762 | outcome.count             | COUNT   | Cannabis/Khat warning        | Out-of-court (informal) | england-and-wales | 2014-07-01..2015-06-30 | - | 41964  | EXACT | null
            131 | 762 | 762 | outcome.rate              | PERCENT | Cannabis/Khat warning        | Out-of-court (informal) | england-and-wales | 2014-07-01..2015-06-30 | - | 1.2    | EXACT | null
            132 | 764 | 764 | outcome.count             | COUNT   | Community resolution         | Out-of-court (informal) | bedfordshire      | 2014-07-01..2015-06-30 | - | 1842   | EXACT | 117951
            133 | 764 | 764 | outcome.rate              | PERCENT | Community resolution         | Out-of-court (informal) | bedfordshire      | 2014-07-01..2015-06-30 | - | 4.7    | EXACT | 3.3
            134 | 764 | 764 | outcome.count             | COUNT   | Community resolution         | Out-of-court (informal) | england-and-wales | 2014-07-01..2015-06-30 | - | 117951 | EXACT | null
            135 | 764 | 764 | outcome.rate              | PERCENT | Community resolution         | Out-of-court (informal) | england-and-wales | 2014-07-01..2015-06-30 | - | 3.3    | EXACT | null
            """)
    void servesOutcomes(@AggregateWith(FigureReader.class) Figure figure) {
        assertServed(figure);
    }

    @DisplayName("Victims, investigation, offender management")
    @ParameterizedTest(name = "fact {0}, L{1}-{2}: {3} {5}, {7}: {10}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            143 | 794 | 795 | investigation.telephone-share        | PERCENT | -     | - | bedfordshire      | -                      | - | 40   | APPROXIMATE | NOT_PRINTED
            144 | 881 | 882 | victim-satisfaction.whole-experience | PERCENT | -     | - | bedfordshire      | 2014-04-01..2015-03-31 | - | 82.4 | EXACT       | 83.8
            145 | 883 | 884 | victim-satisfaction.whole-experience | PERCENT | -     | - | england-and-wales | 2014-04-01..2015-03-31 | - | 83.8 | EXACT       | null
            149 | 924 | 924 | iom.cohort                           | COUNT   | IOM   | - | bedfordshire      | 2015-07-01             | - | 119  | EXACT       | NOT_PRINTED
            153 | 941 | 943 | mappa.highest-risk                   | COUNT   | MAPPA | - | bedfordshire      | 2015-07-01             | - | 45   | EXACT       | NOT_PRINTED
            154 | 947 | 949 | sopo.issued                          | COUNT   | SOPO  | - | bedfordshire      | 2014-07-01..2015-06-30 | - | 52   | EXACT       | NOT_PRINTED
            155 | 948 | 949 | sopo.breached                        | COUNT   | SOPO  | - | bedfordshire      | 2014-07-01..2015-06-30 | - | 4    | EXACT       | NOT_PRINTED
            165 | 582 | 582 | partnership.safeguarding-hubs        | COUNT   | -     | - | bedfordshire      | -                      | - | 3    | EXACT       | null
            """)
    void servesVictimsInvestigationAndOffenders(@AggregateWith(FigureReader.class) Figure figure) {
        assertServed(figure);
    }

    @DisplayName("Serious and organised crime")
    @ParameterizedTest(name = "fact {0}, L{1}-{2}: {3} {5}, {7}: {10}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            166 | 1095 | 1096 | ocg.count               | COUNT                  | -             | - | bedfordshire      | 2015-06-30 | - | 49 | EXACT       | NOT_PRINTED
            167 | 1096 | 1097 | ocg.rate                | PER_MILLION_POPULATION | -             | - | bedfordshire      | 2015-06-30 | - | 76 | EXACT       | CHART_LOST
            169 | 1111 | 1113 | ocg.share               | PERCENT                | Drug activity | - | bedfordshire      | 2015-06-30 | - | 63 | EXACT       | 64
            170 | 1113 | 1115 | ocg.share               | PERCENT                | Drug activity | - | england-and-wales | 2015-06-30 | - | 64 | EXACT       | null
            175 | 1241 | 1242 | partnership.gain-bodies | COUNT                  | -             | - | england-and-wales | -          | - | 20 | APPROXIMATE | null
            """)
    void servesOrganisedCrime(@AggregateWith(FigureReader.class) Figure figure) {
        assertServed(figure);
    }

    @DisplayName("A comparison that the report makes in words stands with the figure")
    @ParameterizedTest(name = "fact {0}, L{1}: {2} is \"{4}\"")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
             93 | 488 | asb.change                           | -                    | 2014-07-01..2015-06-30 | one of only a few forces
            140 | 725 | outcome.rate                         | Charged/Summonsed    | 2014-07-01..2015-06-30 | broadly in line with most other forces
            141 | 902 | outcome.rate                         | Community resolution | 2014-07-01..2015-06-30 | more low-level crime
            146 | 883 | victim-satisfaction.whole-experience | -                    | 2014-04-01..2015-03-31 | lower than the national rate
            147 | 885 | victim-satisfaction.whole-experience | -                    | 2014-04-01..2015-03-31 | broadly in line with the year before
            148 | 885 | victim-satisfaction.whole-experience | -                    | 2014-04-01..2015-03-31 | significantly higher
            168 |1097 | ocg.rate                             | -                    | 2015-06-30             | high compared with other forces
            """)
    void keepsComparisonsInWords(int fact, int line, String metric, String dimension, String period, String words) {
        String baseline = metric.endsWith("change") ? "2013-07-01..2014-06-30" : null;
        Answer figure = the(metric, "bedfordshire", dimension, period, baseline);
        assertTrue(figure.at("assessment").contains(words), figure.toString());
    }

    @DisplayName("What to mind when comparing stands with the figure")
    @ParameterizedTest(name = "fact {0}, L{1}: {2}, {3}: {6}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
             71 |  384 | crime.change         | bedfordshire      | Recorded crime (excluding fraud) | 2014-07-01..2015-06-30 | without fraud
             85 |  410 | crime.household-rate | bedfordshire      | Burglary in a dwelling           | 2014-07-01..2015-06-30 | households
             89 |  410 | asb.rate             | bedfordshire      | -                                | 2014-07-01..2015-06-30 | data return
            153 |  941 | mappa.highest-risk   | bedfordshire      | MAPPA                            | 2015-07-01             | highest risk
            155 |  948 | sopo.breached        | bedfordshire      | SOPO                             | 2014-07-01..2015-06-30 | of the 52 orders
            167 | 1118 | ocg.rate             | bedfordshire      | -                                | 2015-06-30             | City of London
            170 | 1123 | ocg.share            | england-and-wales | Drug activity                    | 2015-06-30             | without the Metropolitan Police
            """)
    void servesTheCaveatsOfAComparison(
            int fact, int line, String metric, String area, String dimension, String period, String words) {
        String baseline = metric.endsWith("change") ? "2009-07-01..2010-06-30" : null;
        Answer figure = the(metric, area, dimension, period, baseline);
        assertTrue(figure.at("comparability").contains(words), figure.toString());
    }

    @DisplayName("The denominator of a rate is named")
    @ParameterizedTest(name = "fact {0}: {1} is a share of {2}")
    @CsvSource(delimiter = '|', textBlock = """
             68 | crime.rate           | 1,000 people
             89 | crime.household-rate | 1,000 households
            136 | outcome.rate         | offences recorded
            167 | ocg.rate             | one million people
            """)
    void namesTheDenominator(int fact, String metric, String words) {
        Answer metrics = query("query ($m: String) { metrics(search: $m) { code denominator } }", Map.of("m", metric));
        assertEquals(metric, metrics.at("metrics.0.code"));
        assertTrue(metrics.at("metrics.0.denominator").contains(words), metrics.toString());
    }

    @DisplayName("Parts of a group of outcomes add up to it")
    @ParameterizedTest(name = "fact {0}: {1}, {2}: {3}")
    @CsvSource(textBlock = """
            137, Out-of-court (formal),   bedfordshire,        1528, 3
            137, Out-of-court (formal),   england-and-wales, 165384, 3
            138, Out-of-court (informal), bedfordshire,        2213, 2
            138, Out-of-court (informal), england-and-wales, 159915, 2
            """)
    void servesPartsThatAddUpToTheirGroup(int fact, String group, String area, int sum, int parts) {
        List<Answer> counts = all("outcome.count", area).stream()
                .filter(figure -> figure.at("outcomeGroup").equals(group))
                .toList();
        assertEquals(parts, counts.size());
        assertEquals(
                sum, counts.stream().mapToInt(figure -> figure.number("value")).sum());
    }

    /** A row of the tables above. */
    record Figure(
            int firstLine,
            int lastLine,
            String metric,
            String unit,
            String dimension,
            String group,
            String area,
            String period,
            String baseline,
            String value,
            String qualifier,
            String comparator) {}

    static final class FigureReader implements ArgumentsAggregator {
        @Override
        public Object aggregateArguments(ArgumentsAccessor row, ParameterContext context) {
            return new Figure(
                    row.getInteger(1),
                    row.getInteger(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9),
                    row.getString(10),
                    row.getString(11),
                    row.getString(12));
        }
    }

    private static void assertServed(Figure expected) {
        Answer figure = the(expected.metric, expected.area, expected.dimension, expected.period, expected.baseline);
        assertEquals(expected.value, figure.at("value"));
        assertEquals("null", figure.at("missing"));
        assertEquals(expected.unit, figure.at("metric.unit"));
        assertEquals(expected.qualifier, figure.at("qualifier"));
        assertEquals(expected.area, figure.at("area.code"));
        assertEquals(expected.area.equals("bedfordshire") ? "FORCE" : "ENGLAND_AND_WALES", figure.at("area.kind"));
        if (figure.data().has("outcomeGroup")) {
            assertEquals(String.valueOf(expected.group), figure.at("outcomeGroup"));
        }
        assertTrue(
                figure.number("source.lineFrom") <= expected.lastLine
                        && figure.number("source.lineTo") >= expected.firstLine,
                figure.toString());
        assertTrue(figure.at("source.publication.title").startsWith("PEEL: Police effectiveness 2015"));
        if (expected.comparator.equals("null")) {
            assertEquals("null", figure.at("comparator"));
        } else {
            assertComparator(expected, figure.each("comparator").get(0));
        }
    }

    private static void assertComparator(Figure expected, Answer comparator) {
        assertEquals("england-and-wales", comparator.at("area.code"));
        assertEquals(expected.metric, comparator.at("metric.code"));
        assertEquals(String.valueOf(expected.period), period(comparator));
        assertEquals(String.valueOf(expected.baseline), baseline(comparator));
        boolean missing = expected.comparator.matches("[A-Z_]+");
        assertEquals(missing ? "null" : expected.comparator, comparator.at("value"));
        assertEquals(missing ? expected.comparator : "null", comparator.at("missing"));
    }

    /** The one figure there is of a metric, an area, a dimension, a period and a baseline. */
    private static Answer the(String metric, String area, String dimension, String period, String baseline) {
        List<Answer> all = all(metric, area);
        List<Answer> found = all.stream()
                .filter(figure -> dimension(figure).equals(String.valueOf(dimension)))
                .filter(figure -> period(figure).equals(String.valueOf(period)))
                .filter(figure -> baseline(figure).equals(String.valueOf(baseline)))
                .toList();
        assertEquals(1, found.size(), () -> "one of " + all);
        return found.get(0);
    }

    private static List<Answer> all(String metric, String area) {
        return query(OBSERVATIONS, Map.of("metric", metric, "area", area)).each("observations.nodes");
    }

    private static String dimension(Answer figure) {
        return DIMENSIONS.stream()
                .filter(name -> figure.data().has(name))
                .map(figure::at)
                .findFirst()
                .orElse("null");
    }

    private static String period(Answer figure) {
        return figure.at("asAt").equals("null") ? span(figure, "from", "to") : figure.at("asAt");
    }

    private static String baseline(Answer figure) {
        return span(figure, "baselineFrom", "baselineTo");
    }

    private static String span(Answer figure, String from, String to) {
        return Stream.of(from, to).map(figure::at).distinct().collect(Collectors.joining(".."));
    }
}
