package peel.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements on a connection whose transaction belongs to the caller, such as an import's. Queries of
 * entities go through {@link Rows} instead.
 *
 * <p>A statement without parameters is never prepared on the server: it may name a temporary table, and may
 * contain a question mark.
 */
public final class Jdbc {

    /** Consumes one row of a result. */
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /** Maps one row of a result to a value. */
    public interface RowMapper<T extends @Nullable Object> {
        T map(ResultSet row) throws SQLException;
    }

    private Jdbc() {}

    /** Passes each row of a query's result to the consumer. */
    public static void forEach(Connection connection, String sql, RowConsumer consumer, @Nullable Object... parameters)
            throws SQLException {
        if (parameters.length == 0) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                forEach(rows, consumer);
            }
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                forEach(rows, consumer);
            }
        }
    }

    private static void forEach(ResultSet rows, RowConsumer consumer) throws SQLException {
        while (rows.next()) {
            consumer.accept(rows);
        }
    }

    /** Returns all rows of a query's result. */
    public static <T extends @Nullable Object> List<T> list(
            Connection connection, String sql, RowMapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        List<T> values = new ArrayList<>();
        forEach(connection, sql, row -> values.add(mapper.map(row)), parameters);
        return values;
    }

    /** Returns the first row of a query's result, empty if there is none or if it maps to null. */
    public static <T> Optional<T> first(
            Connection connection, String sql, RowMapper<? extends @Nullable T> mapper, @Nullable Object... parameters)
            throws SQLException {
        List<? extends @Nullable T> values = list(connection, sql, mapper, parameters);
        return values.isEmpty() ? Optional.empty() : Optional.ofNullable(values.get(0));
    }

    /** Returns the number of rows that a statement changed. */
    public static long update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        if (parameters.length == 0) {
            try (Statement statement = connection.createStatement()) {
                return statement.executeLargeUpdate(sql);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeLargeUpdate();
        }
    }

    /** Executes statements that have no parameters and whose results do not matter. */
    public static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Sets the parameters of a statement; enum constants are stored by name. */
    public static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Enum<?> constant ? constant.name() : value);
        }
    }
}
