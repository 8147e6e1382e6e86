package peel.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.query.Jdbc;

/**
 * An insert whose columns are declared with their values, so that a value cannot end up in the wrong column. Rows are
 * sent in one batch.
 */
final class TableInsert<T> {

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
        String sql = "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        String.join(", ", columns),
                        columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (T row : rows) {
                Jdbc.set(insert, values.stream().map(value -> value.apply(row)).toArray());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
