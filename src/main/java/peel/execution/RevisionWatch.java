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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import peel.launch.OneLine;
import peel.query.CachedValue;
import peel.query.ConnectionPooler;

/**
 * Knows the dataset's revision without a query for each request. One connection is notified of every import, whichever
 * process made it, and queries the revision regularly so that a lost connection is noticed. Through a pooler, which may
 * change the session and with it whoever is notified, it only queries, four times a second. Unless PostgreSQL confirmed
 * the revision within the bound, it counts as unknown. Whenever the revision becomes another one, whatever was kept of
 * the one before is dropped, whether or not requests come in.
 */
@ApplicationScoped
public class RevisionWatch implements RevisionSource {

    private static final Logger LOG = Logger.getLogger(RevisionWatch.class);

    /** The name that the trigger of migration V2 uses. */
    private static final String CHANNEL = "peel_dataset_revision";

    private static final String REVISION = """
            select identity, revision, extract(epoch from clock_timestamp() - imported_at)
            from dataset_revision order by revision desc limit 1
            """;

    private static final int HEARTBEATS_PER_BOUND = 4;

    private static final int RETRY_MILLIS = 500;

    /** How often the revision is queried if a pooler keeps the connection from being notified. */
    private static final int POLL_MILLIS = 250;

    private static final Executor SAME_THREAD = Runnable::run;

    private final AgroalDataSource database;
    private final AnswerCache answers;
    private final long boundNanos;
    private final int heartbeatMillis;

    private volatile Confirmed confirmed = UNKNOWN;
    private volatile boolean stopped;

    /** The last revision that was read. Only the thread uses this field. */
    private @Nullable UUID latest;

    /** SQL states and exception classes since the revision was last watched. Only the thread uses this set. */
    private final Set<String> reported = new HashSet<>();

    private final Thread thread = new Thread(this::run, "dataset-revision");

    /**
     * What PostgreSQL answered.
     *
     * @param identity null if the revision is unknown or if there is none
     * @param number for people only
     */
    private record Confirmed(@Nullable UUID identity, double number, double ageInSeconds, long nanoTime) {}

    private static final Confirmed UNKNOWN = new Confirmed(null, Double.NaN, Double.NaN, 0);

    RevisionWatch(AgroalDataSource database, AnswerCache answers, ExecutionConfig config) {
        this.database = database;
        this.answers = answers;
        this.boundNanos = config.revisionBound().toNanos();
        this.heartbeatMillis = Math.max(1, (int) (config.revisionBound().toMillis() / HEARTBEATS_PER_BOUND));
    }

    @Override
    public @Nullable UUID current() {
        return known().identity;
    }

    private Confirmed known() {
        Confirmed last = confirmed;
        return System.nanoTime() - last.nanoTime < boundNanos ? last : UNKNOWN;
    }

    /** The number of the dataset's revision for metrics, NaN while it is unknown. */
    public double revisionOrNaN() {
        return known().number;
    }

    /** The time since the last import by PostgreSQL's clock, NaN while it is unknown. */
    public double ageInSeconds() {
        Confirmed last = known();
        return last.ageInSeconds + (System.nanoTime() - last.nanoTime) / 1e9;
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
            pause(RETRY_MILLIS);
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
            boolean notified = !ConnectionPooler.isUsed(connection);
            if (notified) {
                statement.execute("listen " + CHANNEL);
            }
            boolean first = true;
            while (!stopped) {
                confirm(statement);
                if (first) {
                    LOG.debug("The dataset's revision is watched");
                    reported.clear();
                    first = false;
                }
                if (notified) {
                    notifications.getNotifications(heartbeatMillis);
                } else {
                    pause(Math.min(POLL_MILLIS, heartbeatMillis));
                }
            }
            if (notified) {
                statement.execute("unlisten *");
            }
        }
    }

    private void confirm(Statement statement) throws SQLException {
        // The time before the query, because the answer may be that old.
        long asked = System.nanoTime();
        try (ResultSet row = statement.executeQuery(REVISION)) {
            Confirmed read = row.next()
                    ? new Confirmed(row.getObject(1, UUID.class), row.getInt(2), row.getDouble(3), asked)
                    : UNKNOWN;
            confirmed = read;
            if (!Objects.equals(latest, read.identity)) {
                latest = read.identity;
                answers.dropAll();
                CachedValue.dropAll();
            }
        }
    }

    private void pause(int millis) {
        try {
            if (!stopped) {
                Thread.sleep(millis);
            }
        } catch (InterruptedException e) {
            // The service stops.
            stopped = true;
        }
    }
}
