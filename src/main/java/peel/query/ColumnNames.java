package peel.query;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Collects the columns that a reader reads, in order, by having it read a row without a database. The values of that
 * row are examples of their types and never null, so that readers need not expect a null where the table has none.
 */
final class ColumnNames {

    private final List<String> names = new ArrayList<>();
    private String prefix = "";

    private ColumnNames() {}

    static List<String> of(RowReader<?> reader) {
        ColumnNames columns = new ColumnNames();
        try {
            reader.read(new Row(columns));
        } catch (SQLException e) {
            throw new IllegalStateException("A row without a database caused an SQL error", e);
        }
        return List.copyOf(columns.names);
    }

    private <V> V add(String name, V example) {
        names.add(prefix + name);
        return example;
    }

    UUID uuid(String name) {
        return add(name, new UUID(0, 0));
    }

    String text(String name) {
        return add(name, "");
    }

    int integer(String name) {
        return add(name, 0);
    }

    long longValue(String name) {
        return add(name, 0L);
    }

    boolean booleanValue(String name) {
        return add(name, false);
    }

    BigDecimal decimal(String name) {
        return add(name, BigDecimal.ZERO);
    }

    LocalDate date(String name) {
        return add(name, LocalDate.EPOCH);
    }

    OffsetDateTime timestamp(String name) {
        return add(name, Instant.EPOCH.atOffset(ZoneOffset.UTC));
    }

    <E extends Enum<E>> E enumValue(String name, Class<E> type) {
        return add(name, type.getEnumConstants()[0]);
    }

    String[] texts(String name) {
        return add(name, new String[0]);
    }

    Integer[] integers(String name) {
        return add(name, new Integer[0]);
    }

    <V> V prefixed(String embedded, RowReader<V> reader, Row row) throws SQLException {
        String outer = prefix;
        prefix = outer + embedded;
        try {
            return reader.read(row);
        } finally {
            prefix = outer;
        }
    }
}
