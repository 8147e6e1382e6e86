package peel.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import peel.launch.Console;
import peel.launch.OneLine;
import peel.launch.Settings;
import peel.launch.StartException;

/** Waits for a database that this process cannot prepare itself: a standby, or one of which the user may only read. */
public final class PreparedDatabase {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final String CANNOT_PREPARE = """
            select
              case
                when pg_is_in_recovery() then 'is a standby'
                when current_setting('default_transaction_read_only') = 'on' then 'is read-only'
                when not coalesce(has_schema_privilege(current_schema(), 'create'), false)
                  or not coalesce(has_table_privilege(to_regclass('checked_build'), 'insert'), true)
                  then 'may only be read by the user ' || current_user
              end,
              current_database()
            """;

    private PreparedDatabase() {}

    /**
     * Returns at once if this process can prepare the database; otherwise as soon as this build is recorded as having
     * prepared it.
     *
     * @param connection a connection with no transaction open
     * @param settings settings that contain {@link peel.importing.DatasetConfig}
     * @param wait how long to wait
     * @throws StartException if nobody has prepared the database in time
     */
    public static void await(Connection connection, Settings settings, Duration wait) throws SQLException {
        String reason;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CANNOT_PREPARE)) {
            row.next();
            if (row.getString(1) == null) {
                return;
            }
            reason = "The database " + row.getString(2) + " " + row.getString(1);
        }
        long deadline = System.nanoTime() + wait.toNanos();
        String said = "";
        while (true) {
            String missing = missing(connection, settings);
            if (missing.isEmpty()) {
                return;
            }
            String line = reason + ", and " + missing;
            if (System.nanoTime() - deadline > 0) {
                throw new StartException(line + ". Run the command migrate of this version on the primary, with a user"
                        + " that owns the database. PEEL_DATABASE_PREPARATION_WAIT sets how long the service waits for"
                        + " it.");
            }
            if (!said.equals(line)) {
                Console.say(line + ". Waiting for the command migrate of this version.");
                said = line;
            }
            ConfiguredDatabase.pause(PAUSE);
        }
    }

    /** Empty if nothing is missing. */
    private static String missing(Connection connection, Settings settings) throws SQLException {
        try {
            return CheckedBuild.isRecorded(connection, settings) ? "" : "this version has not prepared it yet";
        } catch (SQLException e) {
            if (StartFailure.INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                return "lacks a grant (" + OneLine.of(e) + ")";
            }
            throw e;
        }
    }
}
