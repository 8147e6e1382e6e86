package peel.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement with named parameters, {@code :name}, as the driver takes it.
 *
 * @param text with a question mark for each parameter
 * @param checked the same after {@link RevisionCheck#SQL}
 * @param names the parameter that each question mark of the text stands for
 */
record Sql(String text, String checked, List<String> names) {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    /** As many as the queries have forms: values are never part of a text. */
    private static final Map<String, Sql> KNOWN = new ConcurrentHashMap<>();

    static Sql of(String named) {
        Sql known = KNOWN.get(named);
        return known == null ? KNOWN.computeIfAbsent(named, Sql::translated) : known;
    }

    private static Sql translated(String named) {
        List<String> names = new ArrayList<>();
        String text = PARAMETER.matcher(named).replaceAll(parameter -> {
            names.add(parameter.group(1));
            return Matcher.quoteReplacement("?");
        });
        return new Sql(text, RevisionCheck.SQL + "; " + text, names);
    }

    <V> List<V> read(Connection connection, Map<String, Object> values, RowReader<V> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            setAll(connection, statement, 1, values);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, reader);
            }
        }
    }

    /**
     * Reads the rows that they are in one revision of the dataset, by a connection without a
     * transaction: both statements are one round trip, so that PostgreSQL makes one of them.
     *
     * @throws RevisionChangedException if the dataset has another one
     */
    <V> List<V> readOf(
            int revision, RevisionCheck check, Connection connection, Map<String, Object> values, RowReader<V> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(checked)) {
            check.set(statement);
            setAll(connection, statement, 2, values);
            statement.execute();
            try (ResultSet row = statement.getResultSet()) {
                RevisionCheck.require(revision, RevisionCheck.revision(row));
            }
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return read(rows, reader);
            }
        }
    }

    private static <V> List<V> read(ResultSet rows, RowReader<V> reader) throws SQLException {
        List<V> read = new ArrayList<>();
        Row row = new Row(rows);
        while (row.next()) {
            read.add(reader.read(row));
        }
        return read;
    }

    private void setAll(Connection connection, PreparedStatement statement, int first, Map<String, Object> values)
            throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            set(connection, statement, first + i, values.get(names.get(i)));
        }
    }

    private static void set(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else if (value instanceof Object[] values) {
            statement.setArray(index, connection.createArrayOf(Arrays.elementType(values), values));
        } else {
            statement.setObject(index, value);
        }
    }
}
