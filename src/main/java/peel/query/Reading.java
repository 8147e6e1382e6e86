package peel.query;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * What the calling thread reads by: one connection, one revision of the dataset. Outside of an
 * answer, in an import for instance, it is Hibernate's transaction, and the revision isn't known.
 */
public final class Reading {

    /** The revision where none is known. */
    static final int UNKNOWN = 0;

    private static final ThreadLocal<Reading> CURRENT = new ThreadLocal<>();
    private static final LongAdder STATEMENTS = new LongAdder();

    private final Connection connection;
    private final int revision;
    private final RevisionCheck check;
    private boolean checked;

    private Reading(Connection connection, int revision, RevisionCheck check) {
        this.connection = connection;
        this.revision = revision;
        this.check = check;
    }

    /**
     * Answers something from one snapshot.
     *
     * @param connection a connection in a transaction of isolation level repeatable read
     * @param revision the dataset's revision in that transaction
     */
    public static <V> V in(Connection connection, int revision, Supplier<V> answer) {
        return by(new Reading(connection, revision, null), answer);
    }

    /** Reads something by a connection, where the dataset's revision doesn't matter. */
    public static <V> V in(Connection connection, Supplier<V> read) {
        return in(connection, UNKNOWN, read);
    }

    /**
     * Answers something from one revision without a transaction: each statement tells in the same
     * round trip which revision it read. Only imports change what is read, and each makes a
     * revision.
     *
     * @param connection a connection in no transaction, whose default isolation level is repeatable
     *     read
     * @param revision the revision that the dataset is thought to have
     * @throws RevisionChangedException if it turns out to have another one, so that there is no answer; what
     *     reads in the answer gets it as well
     * @throws FailedStatementException if PostgreSQL doesn't say which it has
     */
    public static <V> V of(Connection connection, int revision, RevisionCheck check, Supplier<V> answer) {
        Reading reading = new Reading(connection, revision, check);
        return by(reading, () -> {
            V answered = answer.get();
            reading.checkAlone();
            return answered;
        });
    }

    private static <V> V by(Reading reading, Supplier<V> answer) {
        CURRENT.set(reading);
        try {
            return answer.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** How many statements were read since the start. */
    public static long statements() {
        return STATEMENTS.sum();
    }

    /** The dataset's revision that this thread reads, {@link #UNKNOWN} where it isn't known. */
    static int revision() {
        Reading current = CURRENT.get();
        return current == null ? UNKNOWN : current.revision;
    }

    /**
     * Reads the rows of a statement.
     *
     * @param values the values of its parameters, by name; arrays for {@code any(:name)}
     * @throws FailedStatementException if PostgreSQL doesn't answer it
     */
    static <V> List<V> rows(String sql, Map<String, Object> values, RowReader<V> reader) {
        STATEMENTS.increment();
        Reading current = CURRENT.get();
        if (current == null) {
            return Panache.getSession()
                    .doReturningWork(connection -> Sql.of(sql).read(connection, values, reader));
        }
        try {
            return current.read(Sql.of(sql), values, reader);
        } catch (SQLException e) {
            throw new FailedStatementException(e);
        }
    }

    private <V> List<V> read(Sql sql, Map<String, Object> values, RowReader<V> reader) throws SQLException {
        if (check == null) {
            return sql.read(connection, values, reader);
        }
        checked = true;
        return sql.readOf(revision, check, connection, values, reader);
    }

    /** Nothing may have been asked, since everything was known: then it need not be up to date. */
    private void checkAlone() {
        if (checked) {
            return;
        }
        try {
            check.check(connection, revision);
        } catch (SQLException e) {
            throw new FailedStatementException(e);
        }
    }
}
