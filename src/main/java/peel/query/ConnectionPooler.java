package peel.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * Detects a pooler, such as PgBouncer, between the service and PostgreSQL. A pooler may execute each transaction of a
 * connection in another session, so that nothing may be left in a session: no setting, {@code listen} or prepared
 * statement.
 */
public final class ConnectionPooler {

    private ConnectionPooler() {}

    /**
     * Whether the connection leads to a pooler. A pooler lets statements be cancelled by numbers of its own, while
     * PostgreSQL uses the id of the process that executes them.
     */
    public static boolean isUsed(Connection connection) throws SQLException {
        int told = connection.unwrap(PGConnection.class).getBackendPID();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1) != told;
        }
    }
}
