package peel.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * How far a server is.
 *
 * @param position in the write-ahead log: up to which a standby has replayed it, or a primary has written it
 * @param lagInSeconds how old the last transaction is that a standby has replayed; 0 if it has replayed all that it has
 *     received; NaN on a primary
 */
record Replication(long position, double lagInSeconds) {

    private static final String QUERY = """
            select
              (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end
                - '0/0'::pg_lsn)::bigint,
              case
                when not pg_is_in_recovery() then 'NaN'
                when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
                else extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())
              end
            """;

    /** Null if the server does not say it, as those that replicate in another way than PostgreSQL. */
    static @Nullable Replication read(Statement statement) {
        try (ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            long position = row.getLong(1);
            return row.wasNull() ? null : new Replication(position, row.getDouble(2));
        } catch (SQLException e) {
            return null;
        }
    }
}
