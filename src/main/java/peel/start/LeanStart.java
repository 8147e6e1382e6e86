package peel.start;

import java.sql.Connection;
import java.sql.SQLException;
import peel.launch.Settings;

/**
 * Leaves Flyway and Hibernate out of a start that finds nothing to do for them: queries don't go
 * through Hibernate, and its start is half of a native service's.
 */
public final class LeanStart {

    private static boolean lean;

    private LeanStart() {}

    /** Whether this start has found that nothing is to do. */
    static boolean isLean() {
        return lean;
    }

    /**
     * Looks whether this build has seen to the database before, and if so tells Quarkus, which has
     * not started yet.
     *
     * @param connection a connection to it, that does nothing else
     * @param settings with {@link peel.importing.DatasetConfig}
     */
    public static void prepare(Connection connection, Settings settings) {
        // The dev mode starts again in this process, with another build.
        lean = !Settings.isDevMode() && isChecked(connection, settings);
        if (lean) {
            System.setProperty("quarkus.hibernate-orm.active", "false");
            System.setProperty("quarkus.flyway.active", "false");
        }
    }

    private static boolean isChecked(Connection connection, Settings settings) {
        try {
            return CheckedBuild.isIn(connection, settings);
        } catch (SQLException e) {
            // The start will meet the same, and explain it.
            return false;
        }
    }
}
