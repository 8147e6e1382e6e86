package peel.start;

import java.sql.Connection;
import java.sql.SQLException;
import peel.launch.Settings;

/**
 * Starts without Flyway and Hibernate if this build has checked the database before. Queries do not use Hibernate, and
 * starting it takes half of the start of a native executable.
 */
public final class FastStart {

    private static volatile boolean active;

    private FastStart() {}

    static boolean isActive() {
        return active;
    }

    /**
     * Looks up whether this build has checked the database before. If so, {@link StartSettings} switches Flyway and
     * Hibernate off, for which Quarkus must not have read them yet.
     *
     * @param connection a connection with no transaction open
     * @param settings settings that contain {@link peel.importing.DatasetConfig}
     */
    public static void prepare(Connection connection, Settings settings) {
        // The dev mode starts again in this process, with another build.
        active = !Settings.isDevMode() && isChecked(connection, settings);
    }

    private static boolean isChecked(Connection connection, Settings settings) {
        try {
            return CheckedBuild.isRecorded(connection, settings);
        } catch (SQLException e) {
            // The start will fail for the same reason and explain it.
            return false;
        }
    }
}
