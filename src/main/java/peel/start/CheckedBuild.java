package peel.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import peel.importing.DatasetConfig;
import peel.importing.DatasetImporter;
import peel.launch.BuildTime;
import peel.launch.Settings;

/** What remembers, in a database, that this build has found it in order. */
public final class CheckedBuild {

    private static final String UNDEFINED_TABLE = "42P01";

    private CheckedBuild() {}

    /**
     * As {@link #isIn(Connection, String)}, for the dataset of some settings.
     *
     * @param settings with {@link DatasetConfig}
     */
    public static boolean isIn(Connection connection, Settings settings) throws SQLException {
        return isIn(connection, DatasetImporter.contents(settings.get(DatasetConfig.class)));
    }

    /**
     * Whether this build has found the database in order and nothing has migrated it since.
     *
     * @param connection a connection that does nothing else meanwhile; a transaction of it is over
     *     afterwards if the answer is no
     * @param dataset what tells the configured dataset from another one
     */
    static boolean isIn(Connection connection, String dataset) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select from checked_build
                where build = ? and migrations = (select count(*) from flyway_schema_history)
                """)) {
            query.setString(1, build(dataset));
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Remembers that this build has found the database in order. */
    static void remember(Connection connection, String dataset) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into checked_build (build, migrations)
                values (?, (select count(*) from flyway_schema_history))
                on conflict (build) do update set migrations = excluded.migrations, checked_at = now()
                """)) {
            insert.setString(1, build(dataset));
            insert.executeUpdate();
        }
    }

    private static String build(String dataset) {
        return BuildTime.VALUE + " " + dataset;
    }
}
