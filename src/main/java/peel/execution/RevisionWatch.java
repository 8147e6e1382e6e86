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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import peel.launch.OneLine;
import peel.query.CachedValue;
import peel.query.ConnectionPooler;

/**
 * Knows the dataset's revision without a query for each request. One connection is notified of every import, whichever
 * process made it, and queries the revision regularly so that a lost connection is noticed. It only queries, four times
 * a second, through a pooler, which may change the session and with it whoever is notified, and on a standby, which
 * notifies nobody. Unless PostgreSQL confirmed the revision within the bound, it counts as unknown. Whenever the revision
 * becomes another one, whatever was kept of the one before is dropped, whether or not requests come in.
 */
@ApplicationScoped
public class RevisionWatch implements RevisionSource {

    private static final Logger LOG = Logger.getLogger(RevisionWatch.class);

    /** The name that the trigger of migration V2 uses. */
    private static final String CHANNEL = "peel_dataset_revision";

    private static final String REVISION = """
            select identity, revision, extract(epoch from clock_timestamp() - imported_at), pg_is_in_recovery()
            from dataset_revision order by revision desc limit 1
            """;

    private static final int HEARTBEATS_PER_BOUND = 4;

    private static final int RETRY_MILLIS = 500;

    /** How often the revision is queried if the connection is not notified. */
    private static final int POLL_MILLIS = 250;

    private static final Executor SAME_THREAD = Runnable::run;

    private final AgroalDataSource database;
    private final AnswerCache answers;
    private final long boundNanos;
    private final int heartbeatMillis;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private final ShownRevisions shown = new ShownRevisions();

    private volatile Confirmed confirmed = UNKNOWN;
    private volatile Server server = Server.UNKNOWN;
    private volatile boolean stopped;

    /** The last revision that was read. Only the thread uses this field. */
    private @Nullable UUID latest;

    /** Whether the revision was watched before. Only the thread uses this field. */
    private boolean watched;

    /** SQL states and exception classes since the revision was last watched. Only the thread uses this set. */
    private final Set<String> reported = new HashSet<>();

    private final Thread thread = new Thread(this::run, "dataset-revision");

    /**
     * What PostgreSQL answered.
     *
     * @param identity null if the revision is unknown or if there is none
     * @param number for people only
     */
    private record Confirmed(
            @Nullable UUID identity, double number, double ageInSeconds, double lagInSeconds, long nanoTime) {}

    private static final Confirmed UNKNOWN = new Confirmed(null, Double.NaN, Double.NaN, Double.NaN, 0);

    /** What the connection leads to. */
    private enum Server {
        UNKNOWN,
        PRIMARY,
        STANDBY,
        /** A standby with an older revision than one that was shown. */
        OLDER_STANDBY
    }

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

    /** Has something called, on the thread that watches, whenever the revision has become another one; must not wait. */
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    private Confirmed known() {
        Confirmed last = confirmed;
        return System.nanoTime() - last.nanoTime < boundNanos && shown.isLatest(last.identity) ? last : UNKNOWN;
    }

    /**
     * Whether an answer may be of a revision that was read in a transaction.
     *
     * @param standby whether it was read from a standby, which may be behind
     * @param begun when the transaction began, by {@link System#nanoTime}
     * @return false if a newer revision was already shown, unless the primary went back
     */
    public boolean mayShow(@Nullable UUID revision, boolean standby, long begun) {
        if (standby) {
            return shown.showStandby(revision, begun);
        }
        shown.showPrimary(revision, begun);
        return true;
    }

    /** Whether the dataset is read from a standby that has an older revision than one that was shown. */
    public boolean isOlderThanShown() {
        return server == Server.OLDER_STANDBY;
    }

    /** How old the last transaction is that the standby has replayed; NaN on a primary, and while it is unknown. */
    public double standbyLagInSeconds() {
        return known().lagInSeconds;
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
            if (watched) {
                // PostgreSQL was unavailable: idle connections may be lost as well.
                database.flush(AgroalDataSource.FlushMode.IDLE);
            }
            watched = true;
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
            boolean standby = isStandby(statement);
            boolean notified = !standby && !ConnectionPooler.isUsed(connection);
            if (notified) {
                statement.execute("listen " + CHANNEL);
            }
            boolean first = true;
            // A standby that becomes the primary begins to notify.
            while (!stopped && confirm(statement, standby)) {
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
            if (notified && stopped) {
                statement.execute("unlisten *");
            }
        }
    }

    private static boolean isStandby(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_is_in_recovery()")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /**
     * Queries the revision.
     *
     * @param standby whether the server was a standby before
     * @return whether it still is what it was
     */
    private boolean confirm(Statement statement, boolean standby) throws SQLException {
        Replication before = standby ? Replication.read(statement) : null;
        // The time before the query, because the answer may be that old.
        long asked = System.nanoTime();
        Confirmed read = UNKNOWN;
        try (ResultSet row = statement.executeQuery(REVISION)) {
            if (row.next()) {
                if (row.getBoolean(4) != standby) {
                    return false;
                }
                read = new Confirmed(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getDouble(3),
                        before == null ? Double.NaN : before.lagInSeconds(),
                        asked);
            }
        }
        if (show(read.identity, standby, before, asked)) {
            confirmed = read;
            dropWhatIsNotOf(read.identity);
            if (shown.needsPosition()) {
                notePosition(statement, read.identity);
            }
        } else {
            confirmed = UNKNOWN;
        }
        return true;
    }

    private boolean show(@Nullable UUID revision, boolean standby, @Nullable Replication before, long asked) {
        if (!standby) {
            shown.showPrimary(revision, asked);
            become(Server.PRIMARY);
            return true;
        }
        boolean show =
                before == null ? shown.showStandby(revision, asked) : shown.showStandbyAt(revision, before.position());
        become(show ? Server.STANDBY : Server.OLDER_STANDBY);
        return show;
    }

    private void become(Server now) {
        if (now == server) {
            return;
        }
        if (now == Server.OLDER_STANDBY) {
            LOG.warn("The standby has an older state of the dataset than this service has already shown. Until it has"
                    + " caught up, requests are refused. If the primary was set back to that state by a failover,"
                    + " restart this service");
        } else if (now == Server.STANDBY) {
            LOG.infof("The dataset is read from a standby, whose state is queried every %d ms", POLL_MILLIS);
        } else if (server != Server.UNKNOWN) {
            LOG.info("The dataset is read from the primary");
        }
        server = now;
    }

    private void dropWhatIsNotOf(@Nullable UUID revision) {
        if (!Objects.equals(latest, revision)) {
            latest = revision;
            answers.dropAll();
            CachedValue.dropAll();
            listeners.forEach(Runnable::run);
        }
    }

    private void notePosition(Statement statement, @Nullable UUID revision) {
        Replication after = Replication.read(statement);
        if (after != null) {
            shown.setPosition(revision, after.position());
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
