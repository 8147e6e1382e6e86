package peel.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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

    /** Raises the revision of the dataset and gives it a new random identity. When that is committed, every service is notified. */
    static void raiseRevision(Connection connection, String origin) throws SQLException {
        String sql = """
                insert into dataset_revision (revision, origin, identity, predecessor)
                select coalesce(max(revision), 0) + 1, ?, gen_random_uuid(),
                       (select identity from dataset_revision order by revision desc limit 1)
                from dataset_revision
                """;
        Jdbc.update(connection, sql, origin);
    }
}
