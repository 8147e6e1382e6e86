package peel.start;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Adapts each connection of the pool to a pooler ({@link PooledConnections}), and ends the time limit that the driver has for each message while it opens a connection ({@code socketTimeout}). A server
 * that accepts connections but has stopped working must not keep the pool from trying the next one. Later on, a statement
 * may take as long as whoever executes it allows.
 */
@Singleton
final class ConnectionOpening implements AgroalPoolInterceptor {

    @Override
    public void onConnectionCreate(Connection connection) {
        try {
            connection.setNetworkTimeout(Runnable::run, 0);
            if (PooledConnections.areUnprepared()) {
                connection.unwrap(PGConnection.class).setPrepareThreshold(0);
            }
        } catch (SQLException lost) {
            // Then its first statement fails.
        }
    }
}
