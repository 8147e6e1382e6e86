package peel.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import peel.importing.table.ChangeLog;
import peel.importing.table.ImportChanges;
import peel.query.Jdbc;

/** The first and the last step of every import's transaction. */
final class ImportTransaction {

    /** An arbitrary number that nothing else uses for a lock. */
    private static final long LOCK = 7_335_001L;

    private ImportTransaction() {}

    /**
     * Takes the one lock of all imports, until the transaction ends.
     *
     * @param connection in a transaction that has done nothing yet
     * @param onWait called once if another import holds the lock
     */
    static void lock(Connection connection, Runnable onWait) throws SQLException {
        // Repeatable read would take its snapshot before it waits for the lock, and so hide what the other
        // import stored.
        Jdbc.execute(connection, List.of("set transaction isolation level read committed"));
        boolean locked = Jdbc.first(
                        connection, "select pg_try_advisory_xact_lock(" + LOCK + ")", row -> row.getBoolean(1))
                .orElseThrow();
        if (!locked) {
            onWait.run();
            Jdbc.execute(connection, List.of("select pg_advisory_xact_lock(" + LOCK + ")"));
        }
    }

    /**
     * Ends an import: if it changed anything, ends its log, raises the revision of the dataset and gives it a new random
     * identity. When that is committed, every service is notified.
     *
     * @param origin the name of what was imported
     * @param keptChanges how many changes the log keeps
     */
    static void end(Connection connection, String origin, ImportChanges changes, ChangeLog log, int keptChanges)
            throws SQLException {
        if (!changes.any()) {
            return;
        }
        log.end(origin, changes.total(), keptChanges);
        String sql = """
                insert into dataset_revision (revision, origin, identity, predecessor)
                values (?, ?, ?, (select identity from dataset_revision order by revision desc limit 1))
                """;
        Jdbc.update(connection, sql, log.revision(), origin, log.state());
    }
}
