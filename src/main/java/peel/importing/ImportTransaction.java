package peel.importing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What every import's transaction begins and ends with. */
final class ImportTransaction {

    /** Any number that nothing else locks on. */
    private static final long LOCK = 7_335_001L;

    private ImportTransaction() {}

    /**
     * Takes the one lock of all imports, until the transaction ends.
     *
     * @param connection in a transaction that has done nothing yet
     * @param onWait told once if another import holds the lock
     */
    static void lock(Connection connection, Runnable onWait) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Repeatable read would take its snapshot before the wait for the lock, and hide what
            // the other import stored.
            statement.execute("set transaction isolation level read committed");
            try (ResultSet taken = statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
                taken.next();
                if (taken.getBoolean(1)) {
                    return;
                }
            }
            onWait.run();
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    /** Counts the dataset's revision up; when that is committed, every service is told. */
    static void raiseRevision(Connection connection, String origin) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into dataset_revision (revision, origin)
                select coalesce(max(revision), 0) + 1, ? from dataset_revision
                """)) {
            insert.setString(1, origin);
            insert.executeUpdate();
        }
    }
}
