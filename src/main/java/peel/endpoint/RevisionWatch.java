package peel.endpoint;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Knows the dataset's revision without asking PostgreSQL for each request: one connection is told
 * of every import, whichever process made it, and asks from time to time, so that a lost connection
 * is noticed. While PostgreSQL hasn't confirmed the revision within the bound, it counts as
 * unknown.
 */
@ApplicationScoped
class RevisionWatch {

    private static final Logger LOG = Logger.getLogger(RevisionWatch.class);

    /** As the trigger of migration V2 names it. */
    private static final String CHANNEL = "peel_dataset_revision";

    private static final String REVISION =
            "select coalesce(max(revision), 0), extract(epoch from clock_timestamp() - max(imported_at))"
                    + " from dataset_revision";

    /** Several heartbeats fit into the bound. */
    private static final int HEARTBEATS = 4;

    private static final int RETRY_MILLIS = 500;

    private static final Executor SAME_THREAD = Runnable::run;

    private final AgroalDataSource database;
    private final long boundNanos;
    private final int heartbeatMillis;

    private volatile Confirmed confirmed = NOTHING;
    private volatile boolean stopped;
    private Thread thread;

    private record Confirmed(int revision, double ageInSeconds, boolean connected, long nanoTime) {}

    private static final Confirmed NOTHING = new Confirmed(0, Double.NaN, false, 0);

    RevisionWatch(AgroalDataSource database, EndpointConfig config) {
        this.database = database;
        this.boundNanos = config.revisionBound().toNanos();
        this.heartbeatMillis = Math.max(1, (int) (config.revisionBound().toMillis() / HEARTBEATS));
    }

    /** The dataset's revision, or nothing while it isn't known. */
    OptionalInt current() {
        Confirmed last = confirmed;
        return last.connected && System.nanoTime() - last.nanoTime < boundNanos
                ? OptionalInt.of(last.revision)
                : OptionalInt.empty();
    }

    /** The dataset's revision for metrics, NaN while it isn't known. */
    double shownRevision() {
        OptionalInt known = current();
        return known.isPresent() ? known.getAsInt() : Double.NaN;
    }

    /** How long ago the dataset was imported, by PostgreSQL's clock; NaN while that isn't known. */
    double ageInSeconds() {
        Confirmed last = confirmed;
        return current().isEmpty() ? Double.NaN : last.ageInSeconds + (System.nanoTime() - last.nanoTime) / 1e9;
    }

    void onStart(@Observes StartupEvent start) {
        thread = new Thread(this::run, "dataset-revision");
        thread.setDaemon(true);
        thread.start();
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopped = true;
        thread.interrupt();
        thread.join(2L * heartbeatMillis);
    }

    private void run() {
        while (!stopped) {
            try (Connection connection = database.getConnection()) {
                // PostgreSQL was away, or this is the start: idle connections are no better than
                // the one that was lost.
                database.flush(AgroalDataSource.FlushMode.IDLE);
                watch(connection);
            } catch (SQLException e) {
                if (!stopped) {
                    LOG.warnf("The dataset's revision isn't watched: %s", e.getMessage());
                }
            }
            confirmed = NOTHING;
            pause();
        }
    }

    private void watch(Connection connection) throws SQLException {
        // A connection that is lost without a sign would keep us waiting for the answer for ever.
        connection.setNetworkTimeout(SAME_THREAD, heartbeatMillis * HEARTBEATS);
        PGConnection notifications = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            boolean first = true;
            while (!stopped) {
                confirm(statement);
                if (first) {
                    LOG.debug("The dataset's revision is watched");
                    first = false;
                }
                notifications.getNotifications(heartbeatMillis);
            }
            statement.execute("unlisten *");
        }
    }

    private void confirm(Statement statement) throws SQLException {
        // The time before the question: the answer may be as old as that.
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
