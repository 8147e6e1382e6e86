package peel.download.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import peel.importing.Export;
import peel.query.Jdbc;

/**
 * A table that can be downloaded as a CSV file.
 *
 * @param name unique among the tables
 * @param path the file's place in the archive, and its address below that of all downloads
 * @param description plain text
 * @param key the columns that identify a row; empty if one of them may have no value
 * @param query reads the rows in an order that has no ties
 * @param count an SQL expression for the number of rows
 * @param metrics for a long table, the query for the values of its column {@code metric} in the order of the rows. The
 *     rows of one are read after those of another, so that PostgreSQL does not sort all of them before the first leaves
 */
public record Table(
        String name,
        String path,
        String title,
        String description,
        List<TableColumn> columns,
        List<String> key,
        String query,
        String count,
        Optional<String> metrics) {

    /** The number of rows, in the transaction of a snapshot. */
    public long rows(Connection connection) throws SQLException {
        return Jdbc.<Long>first(connection, "select (" + count + ") as rows", row -> row.getLong("rows"))
                .orElseThrow();
    }

    /** Writes the header and all rows as UTF-8, streaming. Nothing else may use the connection meanwhile. */
    public void write(Connection connection, OutputStream out) throws SQLException, IOException {
        // No name needs quotation marks.
        String header = columns.stream().map(TableColumn::name).collect(Collectors.joining(",", "", "\n"));
        out.write(header.getBytes(UTF_8));
        if (metrics.isEmpty()) {
            Export.writeRows(connection, query, out);
            return;
        }
        for (String metric : Jdbc.list(connection, metrics.get(), row -> row.getString("metric"))) {
            String rows = "select * from (%s) rows where metric = '%s'"
                    .formatted(query, connection.unwrap(PGConnection.class).escapeLiteral(metric));
            Export.writeRows(connection, rows, out);
        }
    }
}
