package peel.execution;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import peel.launch.OneLine;

/**
 * Knows the dataset's revision without a query for each request. One connection is notified of every import, whichever
 * process made it, and queries the revision regularly so that a lost connection is noticed. Unless PostgreSQL confirmed
 * the revision within the bound, it counts as unknown.
 */
@ApplicationScoped
public class RevisionWatch implements RevisionSource {

    private static final Logger LOG = Logger.getLogger(RevisionWatch.class);

    /** The name that the trigger of migration V2 uses. */
    private static final String CHANNEL = "peel_dataset_revision";

    private static final String REVISION = """
            select coalesce(max(revision), 0), extract(epoch from clock_timestamp() - max(imported_at))
            from dataset_revision
            """;

    private static final int HEARTBEATS_PER_BOUND = 4;

    private static final int RETRY_MILLIS = 500;

    private static final Executor SAME_THREAD = Runnable::run;

    private final AgroalDataSource database;
    private final long boundNanos;
    private final int heartbeatMillis;

    private volatile Confirmed confirmed = UNKNOWN;
    private volatile boolean stopped;

    /** SQL states and exception classes since the revision was last watched. Only the thread uses this set. */
    private final Set<String> reported = new HashSet<>();

    private final Thread thread = new Thread(this::run, "dataset-revision");

    private record Confirmed(int revision, double ageInSeconds, boolean connected, long nanoTime) {}

    private static final Confirmed UNKNOWN = new Confirmed(0, Double.NaN, false, 0);

    RevisionWatch(AgroalDataSource database, ExecutionConfig config) {
        this.database = database;
        this.boundNanos = config.revisionBound().toNanos();
        this.heartbeatMillis = Math.max(1, (int) (config.revisionBound().toMillis() / HEARTBEATS_PER_BOUND));
    }

    @Override
    public OptionalInt current() {
        Confirmed last = confirmed;
        return last.connected && System.nanoTime() - last.nanoTime < boundNanos
                ? OptionalInt.of(last.revision)
                : OptionalInt.empty();
    }

    /** The dataset's revision for metrics, NaN while it is unknown. */
    public double revisionOrNaN() {
        OptionalInt known = current();
        return known.isPresent() ? known.getAsInt() : Double.NaN;
    }

    /** The time since the last import by PostgreSQL's clock, NaN while it is unknown. */
    public double ageInSeconds() {
        Confirmed last = confirmed;
        return current().isEmpty() ? Double.NaN : last.ageInSeconds + (System.nanoTime() - last.nanoTime) / 1e9;
    }

    void onStart(@Observes StartupEvent start) {
        thread.setDaemon(true);
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopped = true;
        thread.interrupt();
        thread.join(2L * heartbeatMillis);
    }

    /** Ends only when the service stops: nothing would start this thread again, and no answer would be cached. */
    private void run() {
        while (!stopped) {
            try {
                watch();
            } catch (Throwable e) {
                confirmed = UNKNOWN;
                report(e);
            }
            confirmed = UNKNOWN;
            pause();
        }
    }

    private void watch() throws SQLException {
        try (Connection connection = database.getConnection()) {
            // At the start, or after PostgreSQL was unavailable: idle connections may be lost as well.
            database.flush(AgroalDataSource.FlushMode.IDLE);
            watch(connection);
        }
    }

    /** Logs each kind of failure once until the revision is watched again. */
    private void report(Throwable failure) {
        try {
            String kind = failure instanceof SQLException sql && sql.getSQLState() != null
                    ? sql.getSQLState()
                    : failure.getClass().getName();
            if (!stopped && !reported.contains(kind)) {
                LOG.warnf("The dataset's revision is not watched: %s", OneLine.of(failure.toString()));
                // Afterwards, so that a message that could not be logged is logged the next time.
                reported.add(kind);
            }
        } catch (Throwable e) {
            // Memory is short, or the log is broken: it can only be tried again.
        }
    }

    private void watch(Connection connection) throws SQLException {
        // Without a timeout, the answer of a connection that was lost unnoticed would be awaited forever.
        connection.setNetworkTimeout(SAME_THREAD, heartbeatMillis * HEARTBEATS_PER_BOUND);
        PGConnection notifications = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            boolean first = true;
            while (!stopped) {
                confirm(statement);
                if (first) {
                    LOG.debug("The dataset's revision is watched");
                    reported.clear();
                    first = false;
                }
                notifications.getNotifications(heartbeatMillis);
            }
            statement.execute("unlisten *");
        }
    }

    private void confirm(Statement statement) throws SQLException {
        // The time before the query, because the answer may be that old.
        long asked = System.nanoTime();
        try (ResultSet row = statement.executeQuery(REVISION)) {
            row.next();
            double age = row.getDouble(2);
            confirmed = new Confirmed(row.getInt(1), row.wasNull() ? Double.NaN : age, true, asked);
        }
    }

    private void pause() {
        try {
            if (!stopped) {
                Thread.sleep(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            // The service stops.
            stopped = true;
        }
    }
}
