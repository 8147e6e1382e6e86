package peel.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of the service under test, whether that runs in this process or not. */
public record TestDatabase(String jdbcUrl, String username, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }
}
