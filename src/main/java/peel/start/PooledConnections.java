package peel.start;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGProperty;
import peel.launch.Console;
import peel.launch.Settings;
import peel.query.ConnectionPooler;

/** Adapts connections to a pooler between the service and PostgreSQL. */
public final class PooledConnections {

    private static final String THRESHOLD = PGProperty.PREPARE_THRESHOLD.getName();

    private static volatile boolean unprepared;

    private PooledConnections() {}

    /** Whether no statement may stay prepared in a session. */
    static boolean areUnprepared() {
        return unprepared;
    }

    /**
     * Lets no statement stay prepared in a session of any later connection if this one leads to a pooler, unless the
     * settings decide that.
     *
     * @param connection a connection with no transaction open
     * @param announce whether to print a line about it
     */
    public static void prepare(Connection connection, Settings settings, boolean announce) throws SQLException {
        if (settings.jdbcUrl().orElse("").contains(THRESHOLD + "=")
                || settings.driverProperties().containsKey(THRESHOLD)
                || !ConnectionPooler.isUsed(connection)) {
            return;
        }
        unprepared = true;
        if (!announce) {
            return;
        }
        Console.say("The database is reached through a connection pooler, so no statement stays prepared"
                + " (prepareThreshold=0). If the pooler pools sessions or supports prepared statements, add"
                + " prepareThreshold=5 to QUARKUS_DATASOURCE_JDBC_URL, which is faster.");
    }
}
