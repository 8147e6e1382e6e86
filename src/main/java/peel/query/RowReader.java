package peel.query;

import java.sql.SQLException;

/**
 * Makes something of a row.
 *
 * @param <V> what it makes
 */
@FunctionalInterface
public interface RowReader<V> {

    /** Reads the columns of one row, all of them, in the order of the select. */
    V read(Row row) throws SQLException;
}
