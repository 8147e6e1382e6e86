package peel.importing.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import peel.query.Jdbc;

/** Locks a table, and those that it refers to, against everybody else. */
final class TableLocks {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private TableLocks() {}

    /** The names of a table and of those that it refers to, separated by commas. */
    static String tables(Connection connection, String table) throws SQLException {
        return Jdbc.first(connection, """
                select string_agg(distinct t::text, ', ')
                from (select ?::regclass as t
                      union all
                      select confrelid::regclass from pg_constraint where conrelid = ?::regclass and contype = 'f') t
                """, row -> row.getString(1), table, table)
                .orElseThrow();
    }

    /**
     * Locks tables until the end of the transaction, or leaves it as it was.
     *
     * @param tables names, separated by commas
     * @param wait "nowait", or nothing to wait for the transaction's lock_timeout
     * @return false if others held a lock all the time
     */
    static boolean lock(Connection connection, String tables, String wait) throws SQLException {
        // In SQL, because connections of the pool refuse the methods for it within a transaction of their own.
        Jdbc.execute(connection, List.of("savepoint before_lock"));
        try {
            Jdbc.execute(
                    connection,
                    List.of(
                            "lock table " + tables + " in access exclusive mode " + wait,
                            "release savepoint before_lock"));
            return true;
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            Jdbc.execute(connection, List.of("rollback to savepoint before_lock"));
            return false;
        }
    }
}
