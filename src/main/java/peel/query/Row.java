package peel.query;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** One row of an answer of PostgreSQL, whose columns are read one after the other. */
public final class Row {

    private final ResultSet rows;
    private int column;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    boolean next() throws SQLException {
        column = 0;
        return rows.next();
    }

    /** The next column, a {@code uuid}. */
    public UUID uuid() throws SQLException {
        return (UUID) rows.getObject(++column);
    }

    /** The next column, a text. */
    public String text() throws SQLException {
        return rows.getString(++column);
    }

    /** The next column, an {@code integer}; null where it is. */
    public Integer integer() throws SQLException {
        int value = rows.getInt(++column);
        return value == 0 && rows.wasNull() ? null : value;
    }

    /** The next column, an {@code integer} that is never null. */
    public int number() throws SQLException {
        return rows.getInt(++column);
    }

    /** The next column, a {@code bigint} that is never null. */
    public long count() throws SQLException {
        return rows.getLong(++column);
    }

    /** The next column, a {@code boolean} that is never null. */
    public boolean flag() throws SQLException {
        return rows.getBoolean(++column);
    }

    /** The next column, a {@code numeric} with the digits it was stored with. */
    public BigDecimal decimal() throws SQLException {
        return rows.getBigDecimal(++column);
    }

    /** The next column, a {@code date}. */
    public LocalDate date() throws SQLException {
        return rows.getObject(++column, LocalDate.class);
    }

    /** The next column, a {@code timestamptz}. */
    public OffsetDateTime time() throws SQLException {
        return rows.getObject(++column, OffsetDateTime.class);
    }

    /** The next column, a text that is the name of one of an enum's constants. */
    public <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
        String name = rows.getString(++column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** The next column, an array of texts. */
    public String[] texts() throws SQLException {
        Array array = rows.getArray(++column);
        return array == null ? null : (String[]) array.getArray();
    }

    /** The next column, an array of integers. */
    public Integer[] integers() throws SQLException {
        Array array = rows.getArray(++column);
        return array == null ? null : (Integer[]) array.getArray();
    }
}
