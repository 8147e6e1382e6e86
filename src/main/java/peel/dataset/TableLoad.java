package peel.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into one table: copied into a staging table, then merged by key in one
 * statement, which inserts what is new, updates what differs and leaves the rest alone.
 *
 * <p>Has to be closed: while a copy is open its connection can do nothing else, not even roll back.
 */
final class TableLoad implements AutoCloseable {

    private final Connection connection;
    private final String file;
    private final String table;
    private final List<String> key;
    private final List<String> columns;
    private final CopyIn copy;
    private final StringBuilder line = new StringBuilder();

    /**
     * Opens the staging table.
     *
     * @param file the file that rows come from, for messages
     * @param key the columns of the primary or of a unique key
     * @param columns all columns that are loaded, the key's among them
     */
    TableLoad(
            Connection connection,
            String file,
            String table,
            List<String> key,
            List<String> columns)
            throws SQLException {
        this.connection = connection;
        this.file = file;
        this.table = table;
        this.key = key;
        this.columns = columns;
        String names = String.join(", ", columns);
        execute(
                "create temporary table %s on commit drop as select %s, 0::bigint as csv_line from %s limit 0"
                        .formatted(staging(), names, table));
        copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy %s (%s, csv_line) from stdin (format csv)"
                                        .formatted(staging(), names));
    }

    /** Sends one row. */
    void add(long csvLine, Object... values) throws SQLException {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    table + ": " + values.length + " values for " + columns);
        }
        line.setLength(0);
        for (Object value : values) {
            append(value);
            line.append(',');
        }
        line.append(csvLine).append('\n');
        byte[] bytes = line.toString().getBytes(UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private void append(Object value) {
        if (value == null) {
            return;
        }
        String text =
                value instanceof Collection<?> elements
                        ? elements.stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(",", "{", "}"))
                        : value.toString();
        line.append('"').append(text.replace("\"", "\"\"")).append('"');
    }

    /**
     * Merges the rows into the table.
     *
     * @param order in which order rows are stored, where constraints between rows ask for one; else
     *     null
     * @return how many rows were inserted or changed
     * @throws DatasetError if two rows have the same key, or if the database refuses a row
     */
    int merge(String order) throws SQLException {
        endCopy();
        refuseDuplicates();
        List<String> others = columns.stream().filter(column -> !key.contains(column)).toList();
        String onConflict =
                others.isEmpty()
                        ? "do nothing"
                        : "do update set %s where (%s) is distinct from (%s)"
                                .formatted(
                                        list(others, column -> column + " = excluded." + column),
                                        list(others, column -> "t." + column),
                                        list(others, column -> "excluded." + column));
        try {
            return execute(
                    "insert into %s as t (%s) select %s from %s %s on conflict (%s) %s"
                            .formatted(
                                    table,
                                    String.join(", ", columns),
                                    String.join(", ", columns),
                                    staging(),
                                    order == null ? "" : "order by " + order,
                                    String.join(", ", key),
                                    onConflict));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private void endCopy() throws SQLException {
        try {
            copy.endCopy();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private DatasetError refused(SQLException e) {
        return new DatasetError(file + ": the database refuses a row: " + e.getMessage(), e);
    }

    private void refuseDuplicates() throws SQLException {
        String sql =
                "select min(csv_line), max(csv_line) from %s group by %s having count(*) > 1 order by 1 limit 1"
                        .formatted(staging(), String.join(", ", key));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (rows.next()) {
                throw new DatasetError(
                        "%s, lines %d and %d: the same key twice"
                                .formatted(file, rows.getLong(1), rows.getLong(2)));
            }
        }
    }

    private String staging() {
        return "staging_" + table;
    }

    private static String list(List<String> columns, UnaryOperator<String> each) {
        return columns.stream().map(each).collect(Collectors.joining(", "));
    }

    private int execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Gives up what wasn't merged. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
