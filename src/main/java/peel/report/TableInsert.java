package peel.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.query.Jdbc;

/**
 * An insert whose columns are declared with their values, so that a value cannot end up in the wrong column. A statement
 * inserts many rows, because triggers that index texts take as long for one row as for fifty.
 */
final class TableInsert<T> {

    /** A statement has at most 32,767 parameters. */
    private static final int MOST_ROWS = 250;

    private final String table;
    private final List<String> columns = new ArrayList<>();
    private final List<Function<T, @Nullable Object>> values = new ArrayList<>();

    private TableInsert(String table) {
        this.table = table;
    }

    static <T> TableInsert<T> into(String table) {
        return new TableInsert<>(table);
    }

    TableInsert<T> column(String name, Function<T, @Nullable Object> value) {
        columns.add(name);
        values.add(value);
        return this;
    }

    void execute(Connection connection, List<T> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            insert(connection, rows.subList(from, Math.min(rows.size(), from + MOST_ROWS)));
        }
    }

    private void insert(Connection connection, List<T> rows) throws SQLException {
        String row = columns.stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
        String sql = "insert into %s (%s) values %s"
                .formatted(table, String.join(", ", columns), String.join(", ", Collections.nCopies(rows.size(), row)));
        List<@Nullable Object> all = new ArrayList<>();
        for (T each : rows) {
            values.forEach(value -> all.add(value.apply(each)));
        }
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            Jdbc.set(insert, all.toArray());
            insert.executeUpdate();
        }
    }
}
