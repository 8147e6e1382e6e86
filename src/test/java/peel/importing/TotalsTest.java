package peel.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static peel.testing.GraphQLClient.query;
import static peel.testing.GraphQLClient.unasked;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.postgresql.PGConnection;
import peel.importing.input.DatasetException;
import peel.importing.table.ImportChanges;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;

/**
 * Totals are those of the rows, whatever changed these and whichever way; they are counted here by
 * reading them.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "totals"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TotalsTest {

    private static final String HEADER =
            "metric,area,from,to,as_at,baseline_from,baseline_to,dimension,dimension_group,value,missing,qualifier,comparability,assessment,publication,url,figure,page,line_from,line_to\n";

    private static final String SOURCE = "peel-effectiveness-2015-bedfordshire,,,,,\n";

    private static final String COUNT = "select count(*) from observation";

    /** What a table consists of. */
    private static final String SCHEMA = """
            select string_agg(definition, E'\\n' order by definition)
            from (select concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull, attgenerated,
                                   attcollation::regcollation, pg_get_expr(adbin, adrelid))
                  from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
                  where attrelid = 'observation'::regclass and attnum > 0
                  union all
                  select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                  where conrelid = 'observation'::regclass
                  union all
                  select relacl::text from pg_class where oid = 'observation'::regclass
                  union all
                  select pg_get_indexdef(indexrelid) from pg_index where indrelid = 'observation'::regclass
                  union all
                  select pg_get_triggerdef(oid) from pg_trigger
                  where tgrelid = 'observation'::regclass and not tgisinternal) each (definition)
            """;

    /** Conditions of a filter, and the same in SQL. */
    private record Condition(String graphql, String sql) {}

    private static final List<Condition> CONDITIONS = List.of(
            new Condition("metric: [\"crime.rate\"]", "m.code = 'crime.rate'"),
            new Condition(
                    "metric: [\"crime.rate\", \"workforce.officers\", \"iom.cohort\"]",
                    "m.code in ('crime.rate', 'workforce.officers', 'iom.cohort')"),
            new Condition("type: [CRIME_RATE, OFFENDER_MANAGEMENT]", "m.type in ('CRIME_RATE', 'OFFENDER_MANAGEMENT')"),
            new Condition("area: [\"kent\"]", "a.code = 'kent'"),
            new Condition(
                    "area: [\"bedfordshire\", \"england-and-wales\"]",
                    "a.code in ('bedfordshire', 'england-and-wales')"),
            new Condition("dimension: [\"IOM\"]", "o.dimension = 'IOM'"),
            new Condition(
                    "dimension: [\"Victim-based crime\", \"Sexual offences\"]",
                    "o.dimension in ('Victim-based crime', 'Sexual offences')"),
            new Condition("from: \"2014-01-01\"", "o.ends_on >= '2014-01-01'"),
            new Condition("to: \"2015-06-30\"", "o.ends_on <= '2015-06-30'"),
            new Condition("missing: true", "o.value is null"),
            new Condition("missing: false", "o.value is not null"));

    TestDatabase database;

    @Test
    @Order(1)
    void matchTheRowsAfterAnyChange() throws Exception {
        assertTotals("the bundled dataset", combinations());

        String rows = row("workforce.officers,kent,,,2016-04-01,,,,,3200.50,,EXACT,,,")
                + row("iom.cohort,kent,,,2016-04-01,,,IOM,,,NOT_PRINTED,EXACT,,,")
                + row("iom.cohort,kent,,,2016-04-01,,,MAPPA,,17,,EXACT,,,")
                + row("crime.rate,kent,,,,,,Sexual offences,,1.5,,EXACT,,,");
        String before = total("");
        assertEquals(4, importRows(rows).total().inserted());
        assertEquals(Integer.parseInt(before) + 4, Integer.parseInt(total("")));
        assertTotals("new rows");

        assertEquals(0, importRows(rows).total().inserted());
        assertTotals("the same again");

        importRows(rows.replace(",,NOT_PRINTED,", ",21,,").replace(",3200.50,,", ",,EXCLUDED,"));
        assertTotals("a correction that gives a value, and one that takes one");

        assertThrows(
                DatasetException.class,
                () -> importRows(row("workforce.officers,kent,,,2017-03-31,,,,,1,,EXACT,,,")
                        + row("workforce.officers,atlantis,,,2017-03-31,,,,,1,,EXACT,,,")));
        assertTotals("a file that is refused");

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update observation set area_id = (select id from area where code = 'essex') where dimension = 'MAPPA'");
            statement.execute("delete from observation where missing = 'CHART_LOST'");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy observation (id, type, metric_id, area_id, as_at, value, qualifier, publication_id) from stdin (format csv)",
                            new StringReader(
                                    value(
                                            connection,
                                            "select gen_random_uuid() || ',WORKFORCE,' || m.id || ',' || a.id || ',2016-09-30,7,EXACT,1'"
                                                    + " from metric m, area a where m.code = 'workforce.officers' and a.code = 'kent'")));
        }
        assertTotals("rows that somebody changed by hand");
    }

    /**
     * More than 100,000 new rows come in another way, while the table is read. Last, because to count them takes seconds.
     */
    @Test
    @Order(2)
    void matchTheRowsAfterALargeImport() throws Exception {
        StringBuilder rows = new StringBuilder();
        LocalDate first = LocalDate.of(1500, 1, 1);
        for (int i = 0; i < 100_100; i++) {
            rows.append(row(
                    i % 3 == 0
                            ? "iom.cohort,kent,,," + first.plusDays(i) + ",,,IOM,,,EXCLUDED,EXACT,,,"
                            : "workforce.officers,kent,,," + first.plusDays(i) + ",,,,," + i + ",,EXACT,,,"));
        }
        String twice = rows + row("workforce.officers,kent,,,1500-01-02,,,,,7,,EXACT,,,");
        assertEquals(
                "observations.csv, lines 3 and 100102: the same key twice",
                assertThrows(DatasetException.class, () -> importRows(twice)).getMessage());

        ExecutorService importer = Executors.newSingleThreadExecutor();
        try (Connection reader = database.connect();
                Connection download = database.connect();
                Connection earlier = database.connect()) {
            int before = Integer.parseInt(value(reader, COUNT));
            reader.createStatement().execute("grant select on observation to public");
            String schema = value(reader, SCHEMA);
            earlier.setAutoCommit(false);
            earlier.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            value(earlier, "select max(revision) from dataset_revision");
            download.setAutoCommit(false);
            value(download, COUNT);
            value(reader, "select set_config('lock_timeout', '5s', false)");

            Future<ImportChanges> changes = importer.submit(() -> importRows(rows.toString()));
            // The import can't end before the download, but whoever comes meanwhile reads.
            boolean waited = false;
            while (!waited && !changes.isDone()) {
                waited = value(
                                reader,
                                "select exists (select from pg_locks where not granted and relation = 'observation'::regclass)")
                        .equals("t");
                assertEquals(before, Integer.parseInt(value(reader, COUNT)));
            }
            assertTrue(waited, "the import waits for the download");
            download.rollback();
            assertEquals(100_100, changes.get().total().inserted());
            assertEquals(before, Integer.parseInt(value(earlier, COUNT)), "as of the moment before the import");
            assertEquals(before + 100_100, Integer.parseInt(value(reader, COUNT)));
            assertEquals(schema, value(reader, SCHEMA));
        } finally {
            importer.shutdownNow();
        }
        assertTotals("a large import");
        importRows(row("workforce.officers,kent,,,2099-03-31,,,,,5,,EXACT,,,"));
        assertTotals("a small one after it");
    }

    /** Whether the stored totals are right is the same question for all filters, so single conditions do. */
    private void assertTotals(String after) throws SQLException {
        List<List<Condition>> filters = new ArrayList<>(List.of(List.of()));
        CONDITIONS.forEach(condition -> filters.add(List.of(condition)));
        assertTotals(after, filters);
    }

    private static List<List<Condition>> combinations() {
        List<List<Condition>> filters = new ArrayList<>(List.of(List.of()));
        for (Condition one : CONDITIONS) {
            filters.add(List.of(one));
            for (Condition other : CONDITIONS) {
                for (Condition third : CONDITIONS) {
                    if (field(one).compareTo(field(other)) < 0 && field(other).compareTo(field(third)) < 0) {
                        filters.add(List.of(one, other, third));
                    }
                }
            }
        }
        return filters;
    }

    private void assertTotals(String after, List<List<Condition>> filters) throws SQLException {
        try (Connection connection = database.connect()) {
            // One request asks for ten of them.
            for (int from = 0; from < filters.size(); from += 10) {
                List<List<Condition>> some = filters.subList(from, Math.min(from + 10, filters.size()));
                StringBuilder text = new StringBuilder("{");
                for (int i = 0; i < some.size(); i++) {
                    text.append(" t%d: observations(filter: {%s}, orderBy: %s, first: 1) { totalCount }"
                            .formatted(i, filter(some.get(i)), i % 2 == 0 ? "METRIC" : "NEWEST"));
                }
                var answer = query(unasked(text + "}"));
                for (int i = 0; i < some.size(); i++) {
                    assertEquals(
                            counted(connection, some.get(i)),
                            answer.at("t" + i + ".totalCount"),
                            after + ": " + filter(some.get(i)));
                }
            }
            assertEquals(
                    counted(
                            connection,
                            List.of(
                                    new Condition("", "m.type = 'OFFENDER_MANAGEMENT'"),
                                    new Condition("", "o.dimension in ('IOM', 'MAPPA')"))),
                    query(unasked("{ offenderManagementFigures(filter: {scheme: [IOM, MAPPA]}) { totalCount } }"))
                            .at("offenderManagementFigures.totalCount"));
            assertEquals(
                    counted(connection, List.of(new Condition("", "m.type = 'ORGANISED_CRIME_GROUP'"))),
                    query(unasked("{ organisedCrimeGroupCounts { totalCount } }"))
                            .at("organisedCrimeGroupCounts.totalCount"));
            String kept = totals(connection);
            value(connection, "select recount_observations()");
            assertEquals(totals(connection), kept, after);
        }
    }

    private static String totals(Connection connection) throws SQLException {
        return value(
                connection,
                "select md5(string_agg(t::text, ' ' order by t::text)) from observation_total t where observations <> 0");
    }

    private static String field(Condition condition) {
        return condition.graphql.substring(0, condition.graphql.indexOf(':'));
    }

    private static String filter(List<Condition> conditions) {
        return String.join(
                ", ", conditions.stream().map(Condition::graphql).distinct().toList());
    }

    private static String counted(Connection connection, List<Condition> conditions) throws SQLException {
        return value(
                connection,
                "select count(*) from observation o join metric m on m.id = o.metric_id join area a on a.id = o.area_id where "
                        + String.join(
                                " and ",
                                conditions.isEmpty()
                                        ? List.of("true")
                                        : conditions.stream()
                                                .map(Condition::sql)
                                                .toList()));
    }

    private static String total(String filter) {
        return query(unasked("{ observations(filter: {" + filter + "}) { totalCount } }"))
                .at("observations.totalCount");
    }

    private static String row(String cells) {
        return cells + SOURCE;
    }

    private ImportChanges importRows(String rows) throws Exception {
        try (Connection connection = database.connect();
                ImportSession session = new ImportSession(
                        connection, Optional.empty(), LocalDate.of(2026, 1, 1), false, () -> {}, 1000)) {
            byte[] file = (HEADER + rows).getBytes(UTF_8);
            return session.csv(CsvFile.recognise("observations.csv", () -> new ByteArrayInputStream(file)));
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
