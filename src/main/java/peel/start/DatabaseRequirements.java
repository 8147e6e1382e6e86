package peel.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import peel.launch.StartException;

/** What a database must be like before anything in it is changed. */
final class DatabaseRequirements {

    private static final String STATE =
            "select getdatabaseencoding(), current_setting('standard_conforming_strings'), current_database()";

    private DatabaseRequirements() {}

    /**
     * Checks the database's encoding and settings.
     *
     * @throws StartException if the service cannot use the database
     */
    static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            String database = row.getString(3);
            if (!row.getString(1).equals("UTF8")) {
                throw new StartException("The database " + database + " has the encoding " + row.getString(1)
                        + ", but the service needs UTF8. Create another one with create database ... encoding 'UTF8'"
                        + " template template0, and set QUARKUS_DATASOURCE_JDBC_URL to it.");
            }
            if (!row.getString(2).equals("on")) {
                throw new StartException("The setting standard_conforming_strings of the database " + database
                        + " is off, but the service needs PostgreSQL's default. Run alter database " + database
                        + " set standard_conforming_strings = on.");
            }
        }
    }
}
