package peel.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;

/**
 * The figures of all forces, against the tables of the Home Office and the Office for National Statistics. The forces and
 * years were chosen before the values were looked up.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class FigureTablesTest {

    private static final String FIGURES = """
            query ($metric: [String!], $area: [String!], $dimension: [String!], $day: Date!, $after: String) {
              observations(
                filter: {metric: $metric, area: $area, dimension: $dimension, from: $day, to: $day}, first: 100, after: $after
              ) {
                nodes {
                  printed missing basis comparability
                  area { code kind }
                  parts { printed metric { code } area { code } asAt }
                  comparator { printed basis }
                  source { publication { title } }
                  ... on CrimeRate { offenceGroup }
                  ... on CrimeOutcome { outcomeType outcomeGroup }
                }
                pageInfo { hasNextPage endCursor }
              }
            }
            """;

    /** Rolling twelve months to December 2018: Home Office, recorded crime open data. */
    @ParameterizedTest(name = "{0}, 12 months to {1}, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            avon-and-somerset  | 2003-03-31 | Robbery                   | 3504
            bedfordshire       | 2015-06-30 | Domestic burglary         | 2961
            cambridgeshire     | 2010-03-31 | Vehicle offences          | 6329
            city-of-london     | 2018-12-31 | Theft from the person     | 683
            cumbria            | 2005-03-31 | Criminal damage and arson | 12726
            durham             | 2016-03-31 | Public order offences     | 1421
            dyfed-powys        | 2012-03-31 | Homicide                  | 4
            essex              | 2018-03-31 | Residential burglary      | 9251
            greater-manchester | 2018-12-31 | Violence with injury      | 28581
            gwent              | 2009-03-31 | Drug offences             | 2342
            lancashire         | 2018-12-31 | Shoplifting               | 9476
            metropolitan       | 2015-06-30 | Sexual offences           | 15289
            north-wales        | 2013-03-31 | Bicycle theft             | 604
            west-yorkshire     | 2017-03-31 | Non-domestic burglary     | 12322
            """)
    void servesRecordedCrime(String area, String day, String offences, String number) {
        Answer figure = the("crime.recorded", area, offences, day);
        assertEquals(number, figure.at("printed"));
        assertEquals("PRINTED", figure.at("basis"));
        assertEquals(
                "Police recorded crime open data, Police Force Area tables: rolling 12 months to December 2018",
                figure.at("source.publication.title"));
    }

    /** Tables P1 and P3 of the Police Force Area data tables: another release, in which rates are printed. */
    @ParameterizedTest(name = "{0}, 12 months to {1}, {2}: {3}, rate {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            england-and-wales  | 2019-03-31 | Recorded crime (excluding fraud)     | 5257081 | 89.5
            england            | 2019-03-31 | Homicide                             | 672     | 0.0
            region-wales       | 2019-06-30 | Theft offences                       | 78245   | 24.9
            avon-and-somerset  | 2019-03-31 | Robbery                              | 1498    | 0.9
            bedfordshire       | 2019-06-30 | Burglary                             | 6080    | 9.1
            cambridgeshire     | 2019-09-30 | Bicycle theft                        | 4539    | 5.3
            city-of-london     | 2019-12-31 | Shoplifting                          | 920     | NOT_COMPARABLE
            cumbria            | 2018-03-31 | Recorded crime (excluding fraud)     | -       | 57.2
            durham             | 2019-12-31 | Drug offences                        | 1516    | 2.4
            dyfed-powys        | 2019-12-31 | Miscellaneous crimes against society | 898     | 1.7
            essex              | 2019-12-31 | Homicide                             | 60      | 0.0
            greater-manchester | 2019-06-30 | Recorded crime (excluding fraud)     | 328268  | 116.7
            greater-manchester | 2019-12-31 | Recorded crime (excluding fraud)     | NOT_PRINTED | NOT_PRINTED
            gwent              | 2019-03-31 | Sexual offences                      | 1567    | 2.7
            lancashire         | 2019-09-30 | Possession of weapons offences       | 866     | 0.6
            metropolitan       | 2019-06-30 | Robbery                              | 36232   | 4.1
            north-wales        | 2018-03-31 | Sexual offences                      | -       | 4.3
            west-yorkshire     | 2019-12-31 | Residential burglary                 | 16977   | 7.3
            """)
    void servesTheTablesOfTheOfficeForNationalStatistics(
            String area, String day, String offences, @Nullable String number, String rate) {
        if (number == null) {
            // The release with one vintage for all years has the number.
            assertEquals(
                    List.of(),
                    figures("crime.recorded", area, offences, day).stream()
                            .filter(figure ->
                                    figure.at("source.publication.title").startsWith("Crime in England and Wales"))
                            .toList());
        } else {
            assertEquals(number, said(the("crime.recorded", area, offences, day)));
        }
        Answer figure = the("crime.rate", area, offences, day);
        assertEquals(rate, said(figure));
        assertEquals("PRINTED", figure.at("basis"));
    }

    @ParameterizedTest(name = "{0}, 12 months to {1}: {2} burglaries for every 1,000 households")
    @CsvSource({"west-yorkshire, 2019-12-31, 17.8", "city-of-london, 2019-03-31, 3.6", "england, 2019-12-31, -"})
    void servesBurglariesOfHouseholdsInAUnitOfTheirOwn(String area, String day, String rate) {
        List<Answer> figures = figures("crime.household-rate", area, "Residential burglary", day);
        assertEquals(rate.equals("-") ? List.of() : List.of(rate), each(figures, "printed"));
    }

    /** The total is printed for an area that says which force it leaves out, and for no other. */
    @Test
    void hasAnAreaForATotalThatLeavesAForceOut() {
        assertEquals(List.of(), figures("crime.recorded", "england-and-wales", "Robbery", "2019-12-31"));
        String total = "Recorded crime (excluding fraud)";
        Answer partial = the("crime.recorded", "england-and-wales-without-greater-manchester", total, "2019-12-31");
        assertEquals("5013284", partial.at("printed"));
        assertEquals("PARTIAL", partial.at("area.kind"));
        assertEquals(
                "418811",
                the("crime.recorded", "region-north-west-without-greater-manchester", total, "2019-12-31")
                        .at("printed"));
    }

    /** England and Wales contains the British Transport Police, which is no force here. */
    @ParameterizedTest(name = "12 months to {0}: {1}, of which {2} of the British Transport Police")
    @CsvSource({
        "2019-03-31, england-and-wales, 5257081, 66613",
        "2019-06-30, england-and-wales, 5279956, 68561",
        "2019-09-30, england-and-wales-without-greater-manchester, 5000036, 68701",
        "2019-12-31, england-and-wales-without-greater-manchester, 5013284, 70516"
    })
    void recordedCrimeOfForcesAddsUpToEnglandAndWales(String day, String whole, long printed, long transport) {
        List<Answer> figures = figures("crime.recorded", null, "Recorded crime (excluding fraud)", day);
        assertEquals(printed - transport, sum(figures));
        assertEquals(Long.toString(printed), in(figures, whole).at("printed"));
        assertTrue(in(figures, whole).at("comparability").contains("British Transport Police"));
    }

    /** A rate that is printed to one decimal is the number on the estimate for mid-2017 (mid-2018 from June 2019 on). */
    @ParameterizedTest(name = "12 months to {0}, on the population of {1}")
    @CsvSource({"2019-03-31, 2017-06-30", "2019-06-30, 2018-06-30"})
    void printedRatesAreNumbersOnThePopulation(String day, String estimate) {
        String total = "Recorded crime (excluding fraud)";
        List<Answer> numbers = figures("crime.recorded", null, total, day);
        List<Answer> population = figures("population.resident", null, null, estimate);
        int compared = 0;
        for (Answer rate : figures("crime.rate", null, total, day)) {
            if (!rate.at("printed").equals("null")) {
                double number =
                        Double.parseDouble(in(numbers, rate.at("area.code")).at("printed"));
                double people =
                        Double.parseDouble(in(population, rate.at("area.code")).at("printed"));
                assertEquals(1000 * number / people, Double.parseDouble(rate.at("printed")), 0.06, rate.toString());
                compared++;
            }
        }
        assertEquals(54, compared);
    }

    /** HMIC divides 5,295 charges by 39,396 crimes (13.4 %), and 577,678 by 3,611,283 (16.0 %). */
    @ParameterizedTest(name = "{0}: {1} {2} of {3}")
    @CsvSource(delimiter = '|', textBlock = """
            bedfordshire      | 39396   | Recorded crime (excluding fraud) | 19
            bedfordshire      | 35582   | Victim-based crime               | 15
            bedfordshire      | 9632    | Violence against the person      | 5
            bedfordshire      | 18945   | Theft offences                   | 7
            west-yorkshire    | 168728  | Recorded crime (excluding fraud) | 19
            west-yorkshire    | 33821   | Violence against the person      | 5
            england-and-wales | 3611283 | Recorded crime (excluding fraud) | 43
            """)
    void addsOffencesUpAndNamesTheParts(String area, String number, String offences, int parts) {
        Answer figure = the("crime.recorded", area, offences, "2015-06-30");
        assertEquals(number, figure.at("printed"));
        assertEquals("COMPUTED", figure.at("basis"));
        List<Answer> added = figure.each("parts");
        assertEquals(parts, added.size());
        assertEquals(
                Long.parseLong(number),
                added.stream()
                        .mapToLong(part -> Long.parseLong(part.at("printed")))
                        .sum());
    }

    /** Computed beside printed: HMIC prints 61.2, 55.3, 1.4 and 12.2 for Bedfordshire, on estimates of the time. */
    @ParameterizedTest(name = "{1} of {0}: {2} = {3} / {4}, England and Wales {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            bedfordshire   | Recorded crime (excluding fraud) | 61.36 | 39396  | 642000  | 62.90
            bedfordshire   | Victim-based crime               | 55.42 | 35582  | 642000  | 55.92
            bedfordshire   | Sexual offences                  | 1.38  | 886    | 642000  | 1.65
            west-yorkshire | Robbery                          | 0.87  | 1975   | 2261800 | 0.87
            bedfordshire   | Domestic burglary                | 11.57 | 2961   | 255900  | 8.11
            west-yorkshire | Domestic burglary                | 12.36 | 11631  | 941300  | 8.11
            """)
    void computesRatesFromTheirParts(
            String area, String offences, String rate, String number, String divisor, String national) {
        String metric = offences.equals("Domestic burglary") ? "crime.household-rate-computed" : "crime.rate-computed";
        Answer figure = the(metric, area, offences, "2015-06-30");
        assertEquals(rate, figure.at("printed"));
        assertEquals("COMPUTED", figure.at("basis"));
        assertEquals(List.of(number, divisor), figure.all("parts.printed"));
        assertEquals("2014-06-30", figure.each("parts").get(1).at("asAt"));
        assertEquals(national, figure.at("comparator.printed"));
        assertEquals(
                new BigDecimal(rate).doubleValue(),
                1000.0 * Integer.parseInt(number) / Integer.parseInt(divisor),
                0.005);
    }

    /** The publisher gives no rates of the City of London, where few people live. */
    @Test
    void computesNoRateOfTheCityOfLondon() {
        List<Answer> rates = figures("crime.household-rate-computed", null, "Domestic burglary", "2015-06-30");
        assertEquals(43, rates.size());
        assertTrue(each(rates, "area.code").contains("england-and-wales"));
        assertTrue(!each(rates, "area.code").contains("city-of-london"));
        assertEquals(List.of(), figures("crime.rate-computed", "city-of-london", null, "2015-06-30"));
    }

    /** Home Office, workforce open data of July 2022: women and men, and those who do not say. */
    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            officers             | avon-and-somerset  | 2010-03-31 | 3301.55
            officers             | bedfordshire       | 2015-03-31 | 1072.91
            officers             | metropolitan       | 2015-03-31 | 32251.61
            officers             | cambridgeshire     | 2022-03-31 | 1644.71
            officers             | city-of-london     | 2007-03-31 | 861.17
            staff                | cumbria            | 2012-03-31 | 667.64
            staff                | durham             | 2019-03-31 | 755.26
            pcsos                | essex              | 2010-03-31 | 444.89
            pcsos                | greater-manchester | 2018-03-31 | 645.63
            pcsos                | norfolk            | 2019-03-31 | 0.00
            special-constables   | gwent              | 2022-03-31 | 79
            special-constables   | lancashire         | 2015-03-31 | 376
            volunteers           | north-wales        | 2021-03-31 | 23
            volunteers           | kent               | 2021-03-31 | 406
            volunteers           | gwent              | 2018-03-31 | NOT_PRINTED
            designated-officers  | west-yorkshire     | 2009-03-31 | NOT_PRINTED
            designated-officers  | staffordshire      | 2008-03-31 | NOT_PRINTED
            """)
    void servesTheWorkforce(String who, String area, String day, String number) {
        Answer figure = the("workforce." + who, area, null, day);
        assertEquals(number, said(figure));
        assertEquals("Police workforce open data tables, July 2022", figure.at("source.publication.title"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2010-03-31, 143734", "2022-03-31, 140228"})
    void officersOfForcesAddUpToThePrintedTotal(String day, long printed) {
        Map<Boolean, Double> sums = figures("workforce.officers", null, null, day).stream()
                .collect(Collectors.partitioningBy(
                        figure -> figure.at("area.code").equals("england-and-wales"),
                        Collectors.summingDouble(figure -> Double.parseDouble(figure.at("printed")))));
        assertEquals(printed, Math.round(sums.get(false)), "of the forces");
        assertEquals(printed, Math.round(sums.get(true)), "computed by the service");
    }

    /** Table P7. The rate is printed as a whole number. */
    @ParameterizedTest(name = "{0}, 12 months to {1}: {2}, rate {3}")
    @CsvSource({
        "avon-and-somerset, 2008-03-31, 103561, 67",
        "bedfordshire, 2015-03-31, 20788, 33",
        "cambridgeshire, 2011-03-31, 42435, 54",
        "city-of-london, 2016-03-31, 839, NOT_COMPARABLE",
        "city-of-london, 2017-03-31, 1445, 165",
        "cumbria, 2013-03-31, 25787, 52",
        "durham, 2019-03-31, 17624, 28",
        "essex, 2010-03-31, 79735, 47",
        "greater-manchester, 2014-03-31, 141951, 53",
        "gwent, 2012-03-31, 36882, 64",
        "lancashire, 2018-03-31, 70654, 48",
        "metropolitan, 2019-03-31, 251120, 28",
        "north-wales, 2009-03-31, 43545, 64",
        "west-yorkshire, 2017-03-31, 57209, 25",
        "region-wales, 2019-03-31, 68436, 22",
        "england, 2011-03-31, 3004146, 58",
        "england-and-wales, 2015-03-31, 1948323, 34"
    })
    void servesAntiSocialBehaviour(String area, String day, String incidents, String rate) {
        assertEquals(incidents, said(the("asb.incidents", area, null, day)));
        assertEquals(rate, said(the("asb.rate", area, null, day)));
    }

    @ParameterizedTest(name = "12 months to {0}: {1}")
    @CsvSource({"2008-03-31, 3873916", "2015-03-31, 1948323", "2019-03-31, 1424755"})
    void incidentsOfForcesAddUpToEnglandAndWales(String day, long printed) {
        List<Answer> figures = figures("asb.incidents", null, null, day);
        assertEquals(printed, sum(figures));
        assertEquals(Long.toString(printed), in(figures, "england-and-wales").at("printed"));
    }

    /** Table P10 to mid-2016, Table P3 of later ones. */
    @ParameterizedTest(name = "{0}, mid-{1}: {2}")
    @CsvSource({
        "avon-and-somerset, 2002, 631900",
        "bedfordshire, 2014, 255900",
        "bedfordshire, 2018, 266200",
        "cambridgeshire, 2016, 346600",
        "city-of-london, 2011, 4400",
        "cumbria, 2005, 215900",
        "durham, 2009, 265500",
        "essex, 2013, 732800",
        "greater-manchester, 2016, 1178300",
        "greater-manchester, 2018, NOT_PRINTED",
        "gwent, 2004, 232200",
        "lancashire, 2010, 616000",
        "metropolitan, 2014, 3447300",
        "north-wales, 2015, 301200",
        "west-yorkshire, 2017, 948000",
        "region-wales, 2008, 1278600",
        "england, 2016, 23228900",
        "england-and-wales, 2017, 24403600",
        // The printed total leaves Greater Manchester out.
        "england-and-wales, 2018, NOT_PRINTED"
    })
    void servesHouseholds(String area, int year, String number) {
        assertEquals(number, said(the("population.households", area, null, year + "-06-30")));
    }

    /** Each number is rounded to 100. */
    @ParameterizedTest(name = "mid-{0}: {1}")
    @CsvSource({"2002, 21866500", "2014, 24072900", "2017, 24403600"})
    void householdsOfForcesAddUpToEnglandAndWales(int year, long printed) {
        List<Answer> figures = figures("population.households", null, null, year + "-06-30");
        assertEquals(Long.toString(printed), in(figures, "england-and-wales").at("printed"));
        assertEquals(printed, sum(figures), 400);
    }

    @ParameterizedTest(name = "mid-{0}: {1}")
    @CsvSource({"2015, 54786300", "2017, 55619400", "2018, 55977200"})
    void servesThePopulationOfEngland(int year, String people) {
        assertEquals(people, said(the("population.resident", "england", null, year + "-06-30")));
    }

    /** Sums of the open data's quarters and offences. */
    @ParameterizedTest(name = "{0}, 12 months to {1}, {2}: {3}, recorded in the year {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            avon-and-somerset  | 2018-03-31 | Charged/Summonsed                              | 12120  | -
            bedfordshire       | 2019-03-31 | Charged/Summonsed                              | 4124   | 4097
            cambridgeshire     | 2019-03-31 | Investigation complete – no suspect identified | 33358  | 32976
            city-of-london     | 2018-03-31 | Caution - adults                               | 183    | -
            cumbria            | 2018-03-31 | Community resolution                           | 1058   | -
            durham             | 2019-03-31 | Caution - youths                               | 189    | 226
            essex              | 2019-03-31 | Evidential difficulties: suspect not identified; victim does not support further action | 14844 | 14626
            greater-manchester | 2018-03-31 | Investigation complete – no suspect identified | 198510 | -
            gwent              | 2019-03-31 | Evidential difficulties: suspect identified; victim does not support further action | 14080 | 13402
            lancashire         | 2018-03-31 | Taken into consideration                       | 207    | -
            metropolitan       | 2019-03-31 | Charged/Summonsed                              | 60817  | 62808
            north-yorkshire    | 2019-03-31 | Not yet assigned an outcome                    | 24658  | -
            west-yorkshire     | 2018-03-31 | Penalty Notices for Disorder                   | 3      | -
            """)
    void servesOutcomes(String area, String day, String outcome, String ofOffences, @Nullable String recorded) {
        assertEquals(ofOffences, said(the("outcome.of-offences", area, outcome, day)));
        List<Answer> counts = figures("outcome.count", area, outcome, day);
        assertEquals(recorded == null ? List.of() : List.of(recorded), each(counts, "printed"));
    }

    /** Table P1 of the year ending March 2018 prints 47,153 offences for Bedfordshire. */
    @Test
    void outcomesOfOffencesAddUpToTheOffences() {
        assertEquals(47153, sum(figures("outcome.of-offences", "bedfordshire", null, "2018-03-31")));
        assertEquals(
                "Out-of-court (formal)",
                the("outcome.of-offences", "bedfordshire", "Caution - youths", "2018-03-31")
                        .at("outcomeGroup"));
    }

    /** The release of 2022, rounded to two decimals. */
    @ParameterizedTest(name = "{0}, 12 months to {1}: {2}")
    @CsvSource({
        "avon-and-somerset, 2003-03-31, 16.90",
        "bedfordshire, 2015-03-31, 9.93",
        "cambridgeshire, 2022-03-31, 13.65",
        "city-of-london, 2020-03-31, NOT_COMPARABLE",
        "cumbria, 2010-03-31, 5.49",
        "durham, 2019-03-31, 14.16",
        "essex, 2012-03-31, 8.46",
        "greater-manchester, 2008-03-31, 17.41",
        "gwent, 2021-03-31, 12.32",
        "lancashire, 2005-03-31, 12.49",
        "metropolitan, 2018-03-31, 18.41",
        "north-wales, 2014-03-31, 7.58",
        "west-yorkshire, 2017-03-31, 17.06",
        "england-and-wales, 2022-03-31, 15.85",
        "region-wales, 2016-03-31, 9.03"
    })
    void servesTheCrimeSeverityScore(String area, String day, String score) {
        assertEquals(score, said(the("crime.severity-score", area, null, day)));
    }

    @ParameterizedTest(name = "{0}, 12 months to {1}: {2} searches, {3} arrests")
    @CsvSource({
        "avon-and-somerset, 2007-03-31, 15107, 1532",
        "bedfordshire, 2015-03-31, 2978, 205",
        "cambridgeshire, 2019-03-31, 1757, 291",
        "city-of-london, 2011-03-31, 4622, 485",
        "cumbria, 2010-03-31, 10911, 986",
        "durham, 2019-03-31, 1778, 417",
        "essex, 2012-03-31, 3816, 373",
        "greater-manchester, 2008-03-31, 50959, 2943",
        "gwent, 2018-03-31, 960, 74",
        "lancashire, 2009-03-31, 23317, 2791",
        "metropolitan, 2019-03-31, 181836, 16873",
        "north-wales, 2014-03-31, 5227, 583",
        "west-yorkshire, 2017-03-31, 11004, 1646"
    })
    void servesStopAndSearch(String area, String day, String searches, String arrests) {
        assertEquals(searches, said(the("stop-search.searches", area, null, day)));
        assertEquals(arrests, said(the("stop-search.arrests", area, null, day)));
    }

    /** Burglary per 1,000 households in the year to June 2015, beside the 12.2 that HMIC printed for Bedfordshire. */
    @Test
    void ranksAllForcesByBurglaryInTheYearOfTheReport() {
        Answer answer = query("""
                {
                  ranking(metric: "crime.household-rate-computed", at: "2015-06-30", dimension: "Domestic burglary") {
                    rank observation { value area { code } }
                  }
                  observations(filter: {metric: ["crime.household-rate"], area: ["bedfordshire"], to: "2015-06-30"}) {
                    nodes { printed basis }
                  }
                }
                """);
        List<Answer> ranking = answer.each("ranking");
        // All but the City of London.
        assertEquals(42, ranking.size());
        assertEquals("greater-manchester", ranking.get(0).at("observation.area.code"));
        assertEquals("12.2", answer.at("observations.nodes.printed"));
        assertEquals("PRINTED", answer.at("observations.nodes.basis"));
    }

    @Test
    void saysWhichFiguresThereAre() {
        Map<String, Answer> coverage = new HashMap<>();
        for (Answer each : query(
                        "{ dataset { figureCoverage { metric { code } observations missing forces first last } } }")
                .each("dataset.figureCoverage")) {
            coverage.put(each.at("metric.code"), each);
        }
        Answer incidents = coverage.get("asb.incidents");
        assertEquals("43", incidents.at("forces"));
        assertEquals("2008-03-31", incidents.at("first"));
        assertEquals("2019-03-31", incidents.at("last"));
        // Twelve years of 43 forces, England, Wales, and England and Wales, and two figures of the report.
        assertEquals(12 * 46 + 2, incidents.number("observations"));
        // The report does not print the number of England and Wales.
        assertEquals("1", incidents.at("missing"));
        assertEquals("1", coverage.get("iom.cohort").at("forces"));
        assertEquals("null", coverage.get("partnership.gain-bodies").at("first"));
        assertEquals(
                query("{ observations { totalCount } }").number("observations.totalCount"),
                coverage.values().stream()
                        .mapToInt(each -> each.number("observations"))
                        .sum());
    }

    private static String said(Answer figure) {
        return figure.at(figure.at("printed").equals("null") ? "missing" : "printed");
    }

    private static Answer in(List<Answer> figures, String area) {
        return figures.stream()
                .filter(figure -> figure.at("area.code").equals(area))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> each(List<Answer> figures, String path) {
        return figures.stream().map(figure -> figure.at(path)).toList();
    }

    /** The sum of the forces that have a value. */
    private static long sum(List<Answer> figures) {
        return figures.stream()
                .filter(figure -> figure.at("area.kind").equals("FORCE")
                        && !figure.at("printed").equals("null"))
                .mapToLong(figure -> Long.parseLong(figure.at("printed")))
                .sum();
    }

    private static Answer the(String metric, String area, @Nullable String dimension, String day) {
        List<Answer> figures = figures(metric, area, dimension, day);
        assertEquals(1, figures.size(), () -> metric + " " + area + " " + dimension + " " + day + ": " + figures);
        return figures.get(0);
    }

    /**
     * @param area null for all
     * @param dimension null for all
     */
    private static List<Answer> figures(String metric, @Nullable String area, @Nullable String dimension, String day) {
        Map<String, Object> variables = new HashMap<>(Map.of("metric", List.of(metric), "day", day));
        variables.put("area", area == null ? null : List.of(area));
        variables.put("dimension", dimension == null ? null : List.of(dimension));
        List<Answer> figures = new ArrayList<>();
        Answer page;
        do {
            page = query(FIGURES, variables);
            figures.addAll(page.each("observations.nodes"));
            variables.put("after", page.at("observations.pageInfo.endCursor"));
        } while (page.at("observations.pageInfo.hasNextPage").equals("true"));
        return figures;
    }
}
