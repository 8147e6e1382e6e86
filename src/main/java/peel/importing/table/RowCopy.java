package peel.importing.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends rows to a staging table, or to the table itself, by PostgreSQL's COPY. While it is open, the connection can do
 * nothing else.
 */
final class RowCopy {

    private static final int CHUNK = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder chunk = new StringBuilder(CHUNK + 1024);

    RowCopy(Connection connection, String table, List<String> columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin (format csv)");
    }

    /** Sends one row: a value for each column. */
    void add(@Nullable Object[] values) throws SQLException {
        appendAll(values);
        endRow();
    }

    /** Sends one row: the values, then its line for the last column. */
    void add(@Nullable Object[] values, long line) throws SQLException {
        appendAll(values);
        chunk.append(',').append(line);
        endRow();
    }

    private void appendAll(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                chunk.append(',');
            }
            append(values[i]);
        }
    }

    private void endRow() throws SQLException {
        chunk.append('\n');
        if (chunk.length() >= CHUNK) {
            send();
        }
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof Integer || value instanceof LocalDate) {
            chunk.append(value);
            return;
        }
        String text = text(value);
        chunk.append('"');
        if (text.indexOf('"') < 0) {
            chunk.append(text);
        } else {
            chunk.append(text.replace("\"", "\"\""));
        }
        chunk.append('"');
    }

    private static String text(Object value) {
        // First what is most frequent: the test for an interface is slower.
        if (value instanceof String text) {
            return text;
        }
        return value instanceof Collection<?> elements ? array(elements) : value.toString();
    }

    private static String array(Collection<?> elements) {
        return elements.stream()
                .map(element -> '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void send() throws SQLException {
        byte[] bytes = chunk.toString().getBytes(UTF_8);
        chunk.setLength(0);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    boolean isOpen() {
        return copy.isActive();
    }

    void end() throws SQLException {
        send();
        copy.endCopy();
    }

    void cancel() throws SQLException {
        copy.cancelCopy();
    }
}
