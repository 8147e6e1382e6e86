package peel.query;

import java.sql.SQLException;

/**
 * Makes an object of a row, and by doing so declares the row's columns.
 *
 * @param <V> the object's type
 */
@FunctionalInterface
public interface RowReader<V> {

    /** Reads a row: the same columns in the same order for every row, whatever their values. */
    V read(Row row) throws SQLException;
}
