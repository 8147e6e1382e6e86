package peel.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.importing.table.ChangeLog;
import peel.importing.table.ImportChanges;
import peel.importing.table.LoggedFacts;
import peel.query.Jdbc;

/**
 * Errors of earlier bundled datasets, as a CSV file without quotes: {@code table,id,said,current}. A row that is still as
 * the earlier dataset stored it is deleted, before the rows that replace it are loaded; so an error does not become a
 * version of a judgment. A row that a user changed since then stays.
 */
final class WithdrawnRows {

    static final String FILE = "withdrawn.csv";

    /** For each table, the condition that a row still says what the earlier dataset said. */
    private static final Map<String, String> UNCHANGED = Map.of(
            "judgment", "t.known_to is null and coalesce(t.grade, t.state) = s.said",
            "monitoring_event", "t.date_precision = s.said",
            "observation", "t.value::text = s.said");

    private final Connection connection;

    WithdrawnRows(Connection connection) {
        this.connection = connection;
    }

    /** Deletes the rows and remembers what their IDs lead to. */
    void withdraw(InputStream file, ImportChanges changes, ChangeLog log) throws SQLException, IOException {
        Jdbc.update(connection, """
                create temporary table staging_withdrawn (target text, id uuid, said text, current_id uuid)
                on commit drop
                """);
        stage(file);
        Jdbc.update(connection, """
                insert into withdrawn_row (id, current_id) select id, current_id from staging_withdrawn
                on conflict (id) do update set current_id = excluded.current_id
                where withdrawn_row.current_id is distinct from excluded.current_id
                """);
        for (Map.Entry<String, String> table : UNCHANGED.entrySet()) {
            String rows = """
                    %1$s t join staging_withdrawn s on t.id = s.id
                    where s.target = '%1$s' and t.source_file is null and %2$s
                    """.formatted(table.getKey(), table.getValue());
            Format format = format(table.getKey());
            LoggedFacts facts = format.targetTable().logged().orElseThrow();
            log.add(
                    facts,
                    format.name(),
                    FILE,
                    """
                    select 0 as line, s.id, 'WITHDRAWN' as action, %s as said_before, cast(null as text) as said_after,
                           s.publication_id, %s
                    from %s s where s.id in (select t.id from %s)
                    """.formatted(facts.said("s"), facts.parts(), table.getKey(), rows),
                    table.getKey() + " s on s.id = d.id");
            long deleted = Jdbc.update(
                    connection, "delete from %s where id in (select t.id from %s)".formatted(table.getKey(), rows));
            changes.add(table.getKey(), 0, deleted, 0);
        }
    }

    private static Format format(String table) {
        return Formats.ALL.stream()
                .filter(format -> format.targetTable().name().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private void stage(InputStream file) throws SQLException, IOException {
        String sql = "insert into staging_withdrawn values (?, ?::uuid, ?, nullif(?, '')::uuid)";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
                PreparedStatement insert = connection.prepareStatement(sql)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Jdbc.set(insert, (Object[]) line.split(",", -1));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
