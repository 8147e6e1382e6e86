package peel.query;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * The transaction that the calling thread reads in: one connection, one snapshot, one revision of
 * the dataset. Outside of an answer, in an import for instance, it is Hibernate's transaction, and
 * the revision isn't known.
 */
public final class Reading {

    /** The revision where none is known. */
    static final int UNKNOWN = 0;

    private static final ThreadLocal<Reading> CURRENT = new ThreadLocal<>();
    private static final LongAdder STATEMENTS = new LongAdder();

    private final Connection connection;
    private final int revision;

    private Reading(Connection connection, int revision) {
        this.connection = connection;
        this.revision = revision;
    }

    /**
     * Answers something from one snapshot.
     *
     * @param connection a connection in a transaction of isolation level repeatable read
     * @param revision the dataset's revision in that transaction
     */
    public static <V> V in(Connection connection, int revision, Supplier<V> answer) {
        CURRENT.set(new Reading(connection, revision));
        try {
            return answer.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** Reads something by a connection, where the dataset's revision doesn't matter. */
    public static <V> V in(Connection connection, Supplier<V> read) {
        return in(connection, UNKNOWN, read);
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
     * @throws StatementFailed if PostgreSQL doesn't answer it
     */
    static <V> List<V> rows(String sql, Map<String, Object> values, RowReader<V> reader) {
        STATEMENTS.increment();
        Reading current = CURRENT.get();
        if (current == null) {
            return Panache.getSession()
                    .doReturningWork(connection -> Sql.of(sql).read(connection, values, reader));
        }
        try {
            return Sql.of(sql).read(current.connection, values, reader);
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }
}
