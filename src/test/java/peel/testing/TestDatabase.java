package peel.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The database that the service under test uses, wherever the service runs.
 *
 * @param jdbcUrl where it is
 * @param username its owner
 * @param password the owner's password
 */
public record TestDatabase(String jdbcUrl, String username, String password) {

    /** A connection of one's own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }
}
