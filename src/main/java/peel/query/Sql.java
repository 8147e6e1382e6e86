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
 * @param names the parameter that each question mark stands for
 */
record Sql(String text, List<String> names) {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    /** As many as the queries have forms: values are never part of a text. */
    private static final Map<String, Sql> KNOWN = new ConcurrentHashMap<>();

    static Sql of(String named) {
        Sql known = KNOWN.get(named);
        return known == null ? KNOWN.computeIfAbsent(named, Sql::translated) : known;
    }

    private static Sql translated(String named) {
        List<String> names = new ArrayList<>();
        String text =
                PARAMETER
                        .matcher(named)
                        .replaceAll(
                                parameter -> {
                                    names.add(parameter.group(1));
                                    return Matcher.quoteReplacement("?");
                                });
        return new Sql(text, names);
    }

    <V> List<V> read(Connection connection, Map<String, Object> values, RowReader<V> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < names.size(); i++) {
                set(connection, statement, i + 1, values.get(names.get(i)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<V> read = new ArrayList<>();
                Row row = new Row(rows);
                while (row.next()) {
                    read.add(reader.read(row));
                }
                return read;
            }
        }
    }

    private static void set(
            Connection connection, PreparedStatement statement, int index, Object value)
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
