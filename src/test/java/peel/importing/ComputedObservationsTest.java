package peel.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.unasked;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import peel.importing.table.ImportChanges.Counts;
import peel.testing.GraphQLClient.Answer;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** Computed observations follow their parts. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "computed"))
class ComputedObservationsTest {

    private static final String HEADER =
            "metric,area,from,to,as_at,baseline_from,baseline_to,dimension,dimension_group,value,missing,qualifier,comparability,assessment,publication,url,figure,page,line_from,line_to\n";

    private static final String ROBBERY =
            "crime.recorded,bedfordshire,2014-07-01,2015-06-30,,,,Robbery,,%s,%s,EXACT,,,home-office-recorded-crime-december-2018,,,,,\n";

    TestDatabase database;

    /** The year has 536 robberies among 39,396 crimes, on 642,000 people. */
    @Test
    void areComputedAnewWhenAPartChangesAndDisappearWithIt() throws Exception {
        assertEquals(List.of("39396", "0.83"), totalAndRate());
        // The robberies, four groups of Bedfordshire and of England and Wales that contain them, and their rates.
        Counts changed = importRows(ROBBERY.formatted("1536", ""));
        assertEquals(0, changed.inserted());
        assertEquals(List.of("40396", "2.39"), totalAndRate());
        importRows(ROBBERY.formatted("", "NOT_PRINTED"));
        assertEquals(List.of(), totalAndRate());
        importRows(ROBBERY.formatted("536", ""));
        assertEquals(List.of("39396", "0.83"), totalAndRate());
        assertEquals(0, importRows(ROBBERY.formatted("536", "")).changed());
    }

    /** The number is the total that the Home Office prints in the police workforce tables of September 2016. */
    @Test
    void sumForcesWhereTheOpenDataHaveNoTotal() {
        Answer figure = query("""
                        {
                          observations(
                            filter: {metric: ["workforce.officers"], area: ["kent"], from: "2016-03-31", to: "2016-03-31"}
                          ) { nodes { comparator { printed basis parts { area { code } } } } }
                        }
                        """).each("observations.nodes.comparator").get(0);
        assertEquals("124066.25", figure.at("printed"));
        assertEquals("COMPUTED", figure.at("basis"));
        assertEquals(43, figure.all("parts.area.code").stream().distinct().count());
    }

    private static List<String> totalAndRate() {
        Answer answer = query(unasked("""
                {
                  observations(
                    filter: {metric: ["crime.recorded"], area: ["bedfordshire"], dimension: ["Recorded crime (excluding fraud)"],
                      from: "2015-06-30", to: "2015-06-30"}
                  ) { nodes { printed } }
                  rate: observations(
                    filter: {metric: ["crime.rate-computed"], area: ["bedfordshire"], dimension: ["Robbery"],
                      from: "2015-06-30", to: "2015-06-30"}
                  ) { nodes { printed } }
                }
                """));
        return Stream.of("observations", "rate")
                .flatMap(list -> answer.each(list + ".nodes").stream())
                .map(figure -> figure.at("printed"))
                .toList();
    }

    private Counts importRows(String rows) throws Exception {
        try (Connection connection = database.connect();
                ImportSession session = new ImportSession(
                        connection, Optional.empty(), LocalDate.of(2026, 1, 1), false, () -> {}, 1000)) {
            byte[] file = (HEADER + rows).getBytes(UTF_8);
            return session.csv(CsvFile.recognise("observations.csv", () -> new ByteArrayInputStream(file)))
                    .of("observation");
        }
    }
}
