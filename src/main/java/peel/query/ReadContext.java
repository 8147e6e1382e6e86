package peel.query;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the current thread reads from: one connection and one revision of the dataset. Without a context, during an
 * import for instance, statements run in Hibernate's transaction and the revision is unknown.
 */
public final class ReadContext {

    private static final ThreadLocal<@Nullable ReadContext> CURRENT = new ThreadLocal<>();
    private static final LongAdder STATEMENTS = new LongAdder();

    private final Connection connection;
    private final @Nullable UUID revision;
    private final @Nullable RevisionCheck check;
    /** The names of the fields that are selected; null if all columns are read. */
    private final @Nullable Set<String> fields;

    private boolean checked;

    private ReadContext(
            Connection connection,
            @Nullable UUID revision,
            @Nullable RevisionCheck check,
            @Nullable Set<String> fields) {
        this.connection = connection;
        this.revision = revision;
        this.check = check;
        this.fields = fields;
    }

    /**
     * Computes an answer from one snapshot.
     *
     * @param connection a connection in a transaction of one snapshot ({@link RevisionCheck#beginSnapshot})
     * @param revision the identity of the dataset's revision in that transaction, null before the first import
     * @param check limits the time of each statement
     * @param fields the names of all fields that the answer may have (see {@link ColumnGroup})
     */
    public static <V> V run(
            Connection connection,
            @Nullable UUID revision,
            RevisionCheck check,
            Set<String> fields,
            Supplier<V> answer) {
        return run(new ReadContext(connection, revision, check, fields), answer);
    }

    /** Computes an answer for which the dataset's revision does not matter. */
    public static <V> V run(Connection connection, Supplier<V> answer) {
        return run(new ReadContext(connection, null, null, null), answer);
    }

    /**
     * Computes an answer from one revision without a transaction: each statement says whether it read that revision. That
     * is enough because only imports change data, and every import makes a revision.
     *
     * @param connection a connection in no transaction
     * @param revision the identity of the revision that the dataset is expected to have
     * @param fields the names of all fields that the answer may have (see {@link ColumnGroup})
     * @throws FailedStatementException if PostgreSQL does not answer or, with a {@link RevisionChangedException} as its
     *     cause, if the dataset has another revision; statements in the answer throw it as well
     */
    public static <V> V runChecked(
            Connection connection, UUID revision, RevisionCheck check, Set<String> fields, Supplier<V> answer) {
        ReadContext context = new ReadContext(connection, revision, check, fields);
        return run(context, () -> {
            V computed = answer.get();
            context.checkUnlessChecked(check, revision);
            return computed;
        });
    }

    private static <V> V run(ReadContext context, Supplier<V> answer) {
        CURRENT.set(context);
        try {
            return answer.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** The number of statements since the start of the process. */
    public static long statementCount() {
        return STATEMENTS.sum();
    }

    /** The identity of the revision that the current thread reads, null if it is unknown. */
    static @Nullable UUID revision() {
        ReadContext current = CURRENT.get();
        return current == null ? null : current.revision;
    }

    /**
     * Executes a statement and reads its rows.
     *
     * @param tail the rest of the select after its columns
     * @param parameters by name; arrays for {@code any(:name)}
     * @throws FailedStatementException if PostgreSQL refuses or does not answer the statement
     */
    static <V> List<V> rows(RowType<V> type, String tail, Map<String, @Nullable Object> parameters) {
        STATEMENTS.increment();
        ReadContext current = CURRENT.get();
        int groups = type.groupsFor(current == null ? null : current.fields);
        Sql sql = Sql.of(type.select(groups) + tail);
        if (current == null) {
            return Panache.getSession()
                    .doReturningWork(connection -> sql.read(connection, parameters, type.reader(), groups));
        }
        try {
            return current.read(sql, parameters, type.reader(), groups);
        } catch (SQLException e) {
            throw new FailedStatementException(e);
        }
    }

    private <V> List<V> read(Sql sql, Map<String, @Nullable Object> parameters, RowReader<V> reader, int groups)
            throws SQLException {
        if (check == null) {
            return sql.read(connection, parameters, reader, groups);
        }
        checked = true;
        return sql.readChecked(revision, check, connection, parameters, reader, groups);
    }

    /** An answer that needed no statement, because all of it was cached, may be of an old revision. */
    private void checkUnlessChecked(RevisionCheck check, UUID revision) {
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
