package peel.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The time by which an answer must be complete. Whatever works on the answer asks often enough that it ends within a
 * second after that time: before each statement, every few hundred rows, objects and kilobytes.
 */
public final class Deadline {

    /** Opens a connection, for which it may have to wait. */
    public interface ConnectionSource {
        Connection open() throws SQLException;
    }

    /**
     * How much longer than PostgreSQL's own limit a statement's answer is awaited, in milliseconds. Then the connection
     * is given up, because PostgreSQL or the network no longer answers.
     */
    private static final int GRACE_MILLIS = 500;

    private static final Executor SAME_THREAD = Runnable::run;

    private final long end;

    private @Nullable Thread waiting;
    private boolean expired;

    private Deadline(long end) {
        this.end = end;
    }

    /** The deadline of work that begins now. */
    public static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /**
     * Checks the time.
     *
     * @throws DeadlinePassedException if the deadline has passed
     */
    public void check() {
        if (System.nanoTime() - end > 0) {
            throw new DeadlinePassedException();
        }
    }

    /**
     * The time that is left, at least one millisecond.
     *
     * @throws DeadlinePassedException if the deadline has passed
     */
    int remainingMillis() {
        check();
        return (int) Math.min(Integer.MAX_VALUE, 1 + Math.max(0, end - System.nanoTime()) / 1_000_000);
    }

    /** Lets a connection wait for PostgreSQL's next message only a little longer than the time that is left. */
    void limit(Connection connection) throws SQLException {
        connection.setNetworkTimeout(SAME_THREAD, remainingMillis() + GRACE_MILLIS);
    }

    /** Lets a connection wait for as long as PostgreSQL needs, as whoever uses it next expects. */
    public static void release(Connection connection) {
        try {
            connection.setNetworkTimeout(SAME_THREAD, 0);
        } catch (SQLException lost) {
            // Then nobody uses it again.
        }
    }

    /**
     * Opens a connection, and waits for a free one until {@link #expire} at the longest.
     *
     * @throws DeadlinePassedException if the deadline has passed
     */
    public Connection connect(ConnectionSource source) throws SQLException {
        check();
        synchronized (this) {
            if (expired) {
                throw new DeadlinePassedException();
            }
            waiting = Thread.currentThread();
        }
        try {
            return source.open();
        } finally {
            synchronized (this) {
                waiting = null;
                // The interruption was meant for the wait only.
                Thread.interrupted();
            }
        }
    }

    /** Ends the wait for a connection, now that the time has passed. */
    public synchronized void expire() {
        expired = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }
}
