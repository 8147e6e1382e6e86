package peel.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.unasked;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peel.importing.input.DatasetException;
import peel.testing.GraphQLClient.Answer;
import peel.testing.NamedPipe;
import peel.testing.PostgresResource;

/**
 * The importer in a database of its own, which holds the bundled dataset before each test and
 * perhaps what earlier tests changed.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "imports"))
class DatasetImporterTest {

    @Inject
    DatasetImporter importer;

    @Inject
    DataSource dataSource;

    @Inject
    SessionFactory sessions;

    @TempDir
    Path directory;

    private DatasetFolder dataset;

    @BeforeEach
    void copyTheBundledDataset() throws IOException {
        dataset = DatasetFolder.copy(directory).withoutTables();
    }

    @ParameterizedTest(name = "{0}, line {1}: {2} -> {3}")
    @CsvSource(delimiter = '|', textBlock = """
            judgments.csv         | 2 | GRADED,REQUIRES_IMPROVEMENT | GRADED,TERRIBLE        | column grade: "TERRIBLE" is not one of OUTSTANDING, GOOD
            judgments.csv         | 2 | GRADED,REQUIRES_IMPROVEMENT | GRADED,ADEQUATE        | column grade: ADEQUATE is not on the scale PEEL4 of the cycle 2015
            judgments.csv         | 2 | GRADED,REQUIRES_IMPROVEMENT | GRADED,                | column grade: is empty, but the state is GRADED
            judgments.csv         | 2 | avon-and-somerset,2015      | atlantis,2015          | column force: "atlantis" is not one of
            judgments.csv         | 2 | ,2015,                      | ,1999,                 | column cycle: "1999" is not one of
            judgments.csv         | 2 | ,overall,                   | ,heraldry,             | column question: there is no question "heraldry"
            judgments.csv         | 2 | ,hmicfrs-peel-2015-pages,   | ,hearsay,              | column publication: "hearsay" is not one of
            judgments.csv         | 2 | ,GRADED,                    | ,CARRIED_OVER,         | column carried_over_from: must be set if and only if
            judgments.csv         | 2 | ,EFFECTIVENESS,             | ,CHARM,                | column pillar: "CHARM" is not one of
            force_aliases.csv     | 2 | avon-and-somerset,          | atlantis,              | column force: "atlantis" is not one of
            force_aliases.csv     | 2 | Somerset,,,                 | Somerset,,2014,        | column language: must be set if from_year or to_year is set
            force_aliases.csv     | 2 | Somerset,,,                 | Somerset,WELSH,9,8     | column to_year: is before from_year
            force_aliases.csv     | 2 | Somerset,,,                 | Somerset,LATIN,,       | column language: "LATIN" is not one of ENGLISH, WELSH
            councils.csv          | 2 | ,UNITARY_AUTHORITY,         | ,PARISH,               | column kind: "PARISH" is not one of COUNTY, DISTRICT
            councils.csv          | 4 | ,1996-04-01,,               | ,1996-04-01,1995-04-01, | column to: is before from
            monitoring_events.csv | 2 | 2019-01-01                  | 2019-13-01             | column on: "2019-13-01" is not a date such as 2015-06-30
            monitoring_events.csv | 2 | 2019-01-01                  | 0000-01-01             | column on: "0000-01-01" is not a date such as 2015-06-30
            observations.csv      | 2 | ,2014-07-01,                | ,1 July 2014,          | column from: "1 July 2014" is not a date such as 2015-06-30
            observations.csv      | 2 | ,2014-07-01,                | ,2016-07-01,           | column to: is before from
            observations.csv      | 2 | ,-5,                        | ,minus five,           | column value: "minus five" is not a decimal such as 63.0
            observations.csv      | 2 | ,-5,                        | ,,                     | column value: must be set if and only if
            observations.csv      | 2 | crime.change,               | crime.colour,          | column metric: "crime.colour" is not one of
            observations.csv      | 2 | ,bedfordshire,              | ,atlantis,             | column area: "atlantis" is not one of
            observations.csv      | 2 | ,383,                       | ,somewhere,            | column line_from: "somewhere" is not a whole number
            cycles.csv            | 2 | PEEL4                       | PEEL9                  | column grade_scale: "PEEL9" is not one of
            questions.csv         | 2 | ,true,                      | ,perhaps,              | column graded: "perhaps" is neither true nor false
            publications.csv      | 3 | ,http://                    | ,javascript://         | column url: "javascript://www.justiceinspectorates.gov.uk
            judgments.csv         | 2 | ,http://                    | ,https://user@         | column url: "https://user@www.justiceinspectorates.gov.uk
            publications.csv      | 2 | ,2016-02-18,                | ,last winter,          | column published: "last winter" is not a date
            observations.csv      | 2 | ,383,384                    | ,383,384,385           | column 21: 21 cells instead of 20: "385" has no column
            observations.csv      | 2 | ,383,384                    | ,384,383               | column line_to: 383 is before line_from, which is 384
            observations.csv      | 2 | ,383,384                    | ,0,384                 | column line_from: 0 must be at least 1
            observations.csv      | 2 | ,2015-06-30,                | ,2015-06-31,           | column to: "2015-06-31" is not a date
            observations.csv      | 28 | ,21618,                    | ,-21618,               | column value: -21618 is negative, but the unit of asb.incidents is COUNT
            observations.csv      | 76 | ,82.4,                     | ,100.1,                | column value: 100.1 is more than 100 percent
            publications.csv      | 2 | ,2016-02-18,                | ,2016-02-30,           | column published: "2016-02-30" is not a date
            publications.csv      | 2 | ,2016-02-18,                | ,2016-13,              | column published: "2016-13" is not a date
            """)
    void stopsAtAnInvalidCellAndLeavesTheDatabaseUnchanged(String file, int line, String text, String by, String reason)
            throws Exception {
        dataset.replace(file, line, text, by);
        assertRefused(file + ", line " + line + (reason.startsWith("column") ? ", " : ": "), reason);
    }

    @ParameterizedTest
    @CsvSource({"publications.csv", "forces.csv", "questions.csv", "observations.csv"})
    void stopsAtADuplicateKeyAndNamesBothLines(String file) throws Exception {
        int copy = dataset.append(file, dataset.line(file, 2));
        assertRefused(file + ", lines 2 and " + copy + ": the same key twice");
    }

    @Test
    void stopsAtASecondCurrentJudgment() throws Exception {
        int copy = dataset.append("judgments.csv", dataset.line("judgments.csv", 2));
        assertRefused("judgments.csv, line " + copy + ", column known_to: ", "in line 2");
    }

    @ParameterizedTest
    @CsvSource({"'code,nome', '\"code,nome,'", "'code,', not", "'code,code', '\"code,code,'", "name, '\"name,'"})
    void stopsAtAHeaderThatIsNotTheRightOne(String names, String shown) throws Exception {
        dataset.replace("metrics.csv", 1, "code,name", names);
        assertRefused("metrics.csv, line 1: the header is " + shown, "should be \"code,name,");
    }

    @Test
    void stopsWhenAFileIsMissing() throws Exception {
        dataset.delete("findings.csv");
        assertRefused(directory.toString(), "findings.csv");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void stopsAtANamedPipeWithoutOpeningIt() throws Exception {
        dataset.delete("findings.csv");
        NamedPipe.create(directory.resolve("findings.csv"));
        assertRefused(
                "The file findings.csv of the dataset's folder " + directory + " is a folder, pipe, socket or device");
    }

    @ParameterizedTest
    @CsvSource({"forces.csv", "observations.csv"})
    void stopsAtALineThatIsNotUtf8(String file) throws Exception {
        dataset.spoilEnd(file);
        assertRefused(file + ", line " + dataset.size(file) + ": is not UTF-8");
    }

    @Test
    void stopsAtAnUnclosedQuote() throws Exception {
        dataset.replace("metrics.csv", 2, "crime.rate,", "crime.rate,\"");
        assertRefused("metrics.csv, line 2, column name: ");
    }

    /** What only the database can know: its message is passed on with the file. */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource("forces.csv, ',E23000026,', ',E23000036,', force_ons_code_key")
    void stopsAtARowThatTheDatabaseRefuses(String file, String text, String by, String reason) throws Exception {
        dataset.replace(file, text, by);
        assertRefused(file + ": the database refuses a row: ", reason);
    }

    private void assertRefused(String... parts) throws Exception {
        Map<String, String> before = tables();
        DatasetException error =
                assertThrows(DatasetException.class, () -> importer.load(DatasetFiles.of(dataset.path())));
        for (String part : parts) {
            assertTrue(error.getMessage().contains(part), error.getMessage());
        }
        assertEquals(before, tables());
    }

    @Test
    void runsOneQueryAndReadsNothingWhenTheSameFilesWereImportedBefore() throws Exception {
        Map<String, String> before = tables();
        assertEquals(1, statementsOf(DatasetFiles.bundled()));
        DatasetFolder same = DatasetFolder.copy(Files.createDirectory(directory.resolve("same")));
        assertEquals(1, statementsOf(DatasetFiles.of(same.path())), "the same in a folder");
        assertEquals(before, tables());
    }

    /** No other test changes this figure. */
    @Test
    void raisesTheRevisionByOneOnlyWhenSomethingChanged() throws Exception {
        int revision = revision();
        dataset.replace("observations.csv", ",119,,EXACT", ",120,,EXACT");
        assertEquals("119", iomCohort());

        importer.load(DatasetFiles.of(dataset.path()));
        assertEquals(revision + 1, revision());
        assertEquals("120", iomCohort());
        assertEquals(identity(revision), predecessor(revision + 1));
        assertNotEquals(identity(revision), identity(revision + 1));

        Map<String, String> after = tables();
        assertEquals(1, statementsOf(DatasetFiles.of(dataset.path())));
        assertEquals(after, tables());
        assertEquals(revision + 1, revision());
    }

    // A folder of a release that had no councils.
    @Test
    void loadsAFolderWithoutAFormatThatWasAddedLater() throws Exception {
        dataset.replace("findings.csv", ",SUMMARISED,8745,", ",SUMMARISED,874501,");
        Files.delete(dataset.path().resolve("councils.csv"));
        int revision = revision();
        importer.load(DatasetFiles.of(dataset.path()));
        assertEquals(revision + 1, revision());
    }

    @Test
    void keepsTheRevisionWhenTheSameRowsComeInAnotherOrder() throws Exception {
        // A file of its own is new, whatever other tests imported before; the second is the test.
        dataset.replace("findings.csv", ",SUMMARISED,8745,", ",SUMMARISED,874500,");
        importer.load(DatasetFiles.of(dataset.path()));
        int revision = revision();
        Map<String, String> before = tables();
        dataset.reverse("finding_statuses.csv").reverse("force_aliases.csv");
        importer.load(DatasetFiles.of(dataset.path()));
        assertEquals(revision, revision());
        Map<String, String> after = tables();
        assertNotEquals(before.remove("imported_dataset"), after.remove("imported_dataset"), "they are read");
        assertEquals(before, after);
    }

    @Test
    void keepsTheOriginalVersionOfACorrectedJudgment() throws Exception {
        String row = "northamptonshire,2023-25,,respond,GRADED,REQUIRES_IMPROVEMENT";
        dataset.replace("judgments.csv", row, row.replace("REQUIRES_IMPROVEMENT", "INADEQUATE"));
        importer.load(DatasetFiles.of(dataset.path()));
        assertEquals(
                List.of("ADEQUATE", "REQUIRES_IMPROVEMENT", "INADEQUATE"),
                query("""
                        { force(name: "northamptonshire") { judgments(question: "respond") { revisions { grade } } } }
                        """).all("force.judgments.revisions.grade"));
    }

    /** The bundled dataset has no tie: one value is made equal to another, if not in its digits. */
    @ParameterizedTest
    @CsvSource({"DESCENDING", "ASCENDING"})
    void givesEqualValuesTheSameRank(String direction) throws Exception {
        dataset.replace(
                "observations.csv", "cleveland,,,2015-09-30,,,,,1315.32", "cleveland,,,2015-09-30,,,,,1157.290");
        importer.load(DatasetFiles.of(dataset.path()));
        List<Answer> ranking = query("""
                query ($direction: SortDirection) {
                  ranking(metric: "workforce.officers", at: "2015-09-30", direction: $direction) {
                    rank observation { area { code } value }
                  }
                }
                """, Map.of("direction", direction)).each("ranking");
        List<String> areas =
                ranking.stream().map(place -> place.at("observation.area.code")).toList();
        int first = areas.indexOf("cleveland");
        assertEquals("durham", areas.get(first + 1));
        assertEquals("1157.290", ranking.get(first).at("observation.value"));
        assertEquals("1157.29", ranking.get(first + 1).at("observation.value"));
        assertEquals(first + 1, ranking.get(first).number("rank"));
        assertEquals(first + 1, ranking.get(first + 1).number("rank"));
        assertEquals(first + 3, ranking.get(first + 2).number("rank"));
    }

    private static int revision() {
        return query(unasked("{ dataset { revision } }")).number("dataset.revision");
    }

    private String identity(int revision) throws SQLException {
        return ofRevision("identity", revision);
    }

    private String predecessor(int revision) throws SQLException {
        return ofRevision("predecessor", revision);
    }

    private String ofRevision(String column, int revision) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return column(statement, "select " + column + " from dataset_revision where revision = " + revision)
                    .get(0);
        }
    }

    private static String iomCohort() {
        return query(unasked("{ force(name: \"bedfordshire\") { offenderManagementFigures(scheme: IOM) { value } } }"))
                .at("force.offenderManagementFigures.value");
    }

    private long statementsOf(DatasetFiles files) {
        sessions.getStatistics().setStatisticsEnabled(true);
        try {
            long before = sessions.getStatistics().getPrepareStatementCount();
            importer.load(files);
            return sessions.getStatistics().getPrepareStatementCount() - before;
        } finally {
            sessions.getStatistics().setStatisticsEnabled(false);
        }
    }

    /** A fingerprint of each table's rows. */
    private Map<String, String> tables() throws SQLException {
        Map<String, String> fingerprints = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> names = column(
                    statement,
                    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
            assertTrue(names.size() > 15, names.toString());
            for (String name : names) {
                fingerprints.put(
                        name,
                        column(
                                        statement,
                                        "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                                                + name
                                                + " t")
                                .get(0));
            }
        }
        return fingerprints;
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
