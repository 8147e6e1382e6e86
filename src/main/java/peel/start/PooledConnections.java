package peel.start;

import java.sql.Connection;
import java.sql.SQLException;
import peel.launch.Console;
import peel.launch.Settings;
import peel.query.ConnectionPooler;

/** Adapts the driver to a pooler, for which Quarkus must not have started yet. */
public final class PooledConnections {

    private static final String THRESHOLD = "prepareThreshold";

    private PooledConnections() {}

    /**
     * Lets no statement be prepared in a session if the connection leads to a pooler, unless the settings decide that.
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
        System.setProperty(Settings.DRIVER_PROPERTIES + THRESHOLD, "0");
        if (!announce) {
            return;
        }
        Console.say("The database is reached through a connection pooler, so no statement stays prepared"
                + " (prepareThreshold=0). If the pooler pools sessions or supports prepared statements, add"
                + " prepareThreshold=5 to QUARKUS_DATASOURCE_JDBC_URL, which is faster.");
    }
}
