package peel.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import peel.importing.DatasetConfig;
import peel.importing.DatasetImporter;
import peel.launch.BuildTime;
import peel.launch.Settings;

/** The record, in a database, of the builds that have checked this database and loaded their dataset into it. */
public final class CheckedBuild {

    private static final String UNDEFINED_TABLE = "42P01";

    private CheckedBuild() {}

    /**
     * As {@link #isRecorded(Connection, String)}, with the configured dataset.
     *
     * @param settings settings that contain {@link DatasetConfig}
     */
    public static boolean isRecorded(Connection connection, Settings settings) throws SQLException {
        return isRecorded(connection, DatasetImporter.contents(settings.get(DatasetConfig.class)));
    }

    /**
     * Whether this build has checked the database and no migration has run since then.
     *
     * @param connection a connection that is used for nothing else meanwhile; if the result is false, an open
     *     transaction may have failed
     * @param dataset what identifies the configured dataset
     */
    static boolean isRecorded(Connection connection, String dataset) throws SQLException {
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

    /** Records that this build has checked the database. */
    static void record(Connection connection, String dataset) throws SQLException {
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
