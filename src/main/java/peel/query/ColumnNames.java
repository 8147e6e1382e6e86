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

    /** A column, and the group it belongs to; -1 if it is always read. */
    private record Column(String name, int group) {}

    private final String qualifier;
    private final List<Column> columns = new ArrayList<>();
    private final List<ColumnGroup> groups = new ArrayList<>();
    private String prefix = "";

    private ColumnNames(String qualifier) {
        this.qualifier = qualifier;
    }

    /** @param qualifier stands before each name: the alias of a table and a point, for instance */
    static ColumnNames of(RowReader<?> reader, String qualifier) {
        ColumnNames columns = new ColumnNames(qualifier);
        try {
            reader.read(new Row(columns));
        } catch (SQLException e) {
            throw new IllegalStateException("A row without a database caused an SQL error", e);
        }
        return columns;
    }

    /** The first column. */
    String first() {
        return columns.get(0).name;
    }

    /** The groups in the order in which they are read. */
    List<ColumnGroup> groups() {
        return groups;
    }

    /** The columns that are always read and those of some groups, a bit for each. */
    List<String> in(int read) {
        return columns.stream()
                .filter(column -> column.group < 0 || (read >> column.group & 1) != 0)
                .map(Column::name)
                .toList();
    }

    boolean begin(ColumnGroup group) {
        return groups.add(group);
    }

    private <V> V add(String name, V example) {
        columns.add(new Column(qualifier + prefix + name, groups.size() - 1));
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
