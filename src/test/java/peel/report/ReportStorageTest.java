package peel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.reading.layout.PassageKind.BULLET;
import static peel.reading.layout.PassageKind.FOOTNOTE;
import static peel.reading.layout.PassageKind.PARAGRAPH;
import static peel.report.StoredReports.store;
import static peel.report.StoredReports.value;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.finding.FindingKind;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/** What is in the tables after reports were stored. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "stored"))
class ReportStorageTest {

    TestDatabase database;
    Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void keepsTheWholeTextExactly() throws SQLException {
        WrittenReport report = report("cleveland")
                .blank("")
                .blank("  Sexual offences      12\t1.5 ")
                .passage(PARAGRAPH, "“Quoted” – by the force’s officers…")
                .blank(" ");
        store(connection, report.reading());
        assertEquals(
                report.text(),
                value(
                        connection,
                        "select t.text from report_text t join report r on r.id = t.report_id where r.file = 'cleveland.txt'"));
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws SQLException {
        assertTrue(store(connection, report("essex").reading()));
        String before = count("essex");
        assertFalse(store(connection, report("essex").reading()));
        assertEquals(before, count("essex"));
    }

    @Test
    void keepsThePreviousVersionAndHasOneCurrentVersionOfAPublication() throws SQLException {
        store(connection, report("norfolk").reading());
        assertTrue(store(
                connection,
                report("norfolk").passage(PARAGRAPH, "A sentence was added.").reading()));
        // Back to the first text: a third version, not the first again.
        assertTrue(store(connection, report("norfolk").reading()));
        assertEquals("1 false,2 false,3 true", value(connection, """
                select string_agg(version || ' ' || (superseded_at is null), ',' order by version)
                from report where file = 'norfolk.txt'
                """));
        assertEquals("2,3,2", value(connection, """
                select string_agg(passages::text, ',' order by version)
                from (select r.version, count(*) passages from report r join report_passage p on p.report_id = r.id
                      where r.file = 'norfolk.txt' group by r.version) v
                """));
    }

    @Test
    void storesNothingWithoutTheCallersCommit() throws SQLException {
        String before = value(connection, "select count(*) from report_passage");
        connection.setAutoCommit(false);
        StoredReports.storeUncommitted(connection, report("dorset").reading());
        assertFalse(before.equals(value(connection, "select count(*) from report_passage")));
        connection.rollback();
        assertEquals(before, value(connection, "select count(*) from report_passage"));
        assertEquals("0", count("dorset"));
    }

    @Test
    void refusesAPublicationThatDoesNotExist() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ReportStorage.store(connection, report("kent").reading(), -1, null));
    }

    @Test
    void distinguishesReportsOnTwoPartsOfOneInspection() throws SQLException {
        store(connection, report("suffolk").reading());
        store(connection, report("suffolk").part("Vulnerability").reading());
        assertEquals(
                "2",
                value(connection, "select count(*) from report where file = 'suffolk.txt' and superseded_at is null"));
    }

    @Test
    void knowsWhichPassagesAreFindings() throws SQLException {
        store(
                connection,
                report("cumbria")
                        .passage(BULLET, "The force should answer calls", "within the hour, and should:")
                        .passage(BULLET, "tell callers when it will come.")
                        .finding("prevent", FindingKind.AREA_FOR_IMPROVEMENT, 1, 2)
                        .passage(BULLET, "This bullet lists what works.")
                        .reading());
        assertEquals(
                "The force should answer calls within the hour, and should:|tell callers when it will come.",
                value(connection, """
                        select string_agg(p.text, '|' order by p.ordinal)
                        from report_passage p join finding f on f.id = p.finding_id join force o on o.id = f.force_id
                        where o.slug = 'cumbria' and f.kind = 'AREA_FOR_IMPROVEMENT' and f.ordinal = 1
                        """));
    }

    @Test
    void linksAMarkToItsFootnoteWhereNumberingRestarts() throws SQLException {
        store(
                connection,
                new WrittenReport("gwent")
                        .section(1, "Overview", null)
                        .passage(PARAGRAPH, "Calls rose in", "one year.")
                        .mark(1, "year.")
                        .passage(FOOTNOTE, 1, "The year to June.")
                        .page(5)
                        .passage(PARAGRAPH, "They fell in the next.")
                        .mark(1, "fell")
                        .passage(FOOTNOTE, 1, "The year after.")
                        .reading());
        assertEquals("3 The year to June.|5 The year after.", value(connection, """
                select string_agg(m.line || ' ' || n.text, '|' order by m.line)
                from report_footnote_mark m join report_passage n on n.id = m.footnote_id
                join report r on r.id = n.report_id where r.file = 'gwent.txt'
                """));
    }

    private String count(String force) throws SQLException {
        return value(connection, "select count(*) from report where file = '%s.txt'".formatted(force));
    }

    private static WrittenReport report(String force) {
        return new WrittenReport(force)
                .section(1, "Overview", null)
                .passage(PARAGRAPH, "Officers know the streets", "that they patrol.")
                .page(2)
                .passage(BULLET, "Most calls are answered.");
    }
}
