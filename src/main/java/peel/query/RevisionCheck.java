package peel.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets PostgreSQL limit the time of statements and say which revision of the dataset they read. The revision is part of
 * the statement that reads the rows, and so of its snapshot, whatever the isolation level and whichever server or session
 * a pooler chooses for a statement. Nothing is set for longer than a transaction.
 *
 * @param deadline the time until which PostgreSQL may execute a statement
 */
public record RevisionCheck(Deadline deadline) {

    /** Limits the time of the statements after it in the same transaction. Has one parameter. */
    private static final String LIMIT = "select set_config('statement_timeout', ?, true); ";

    private static final String REVISION = "select identity from dataset_revision order by revision desc limit 1";

    private static final String LIMIT_AND_REVISION = LIMIT + REVISION;

    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only; " + LIMIT
            + "select pg_is_in_recovery(), (" + REVISION + ")";

    /**
     * What a transaction reads from.
     *
     * @param standby whether it is a standby, which may be behind its primary
     * @param revision the identity of the dataset's revision, null before the first import
     */
    public record Snapshot(boolean standby, @Nullable UUID revision) {}

    private static final String AS_EXPECTED = "(" + REVISION + ") is not distinct from cast(? as uuid)";

    private static final Pattern SELECT = Pattern.compile("select (distinct )?");

    /**
     * Makes a statement return one more column, before its own ones: whether it read the expected revision. The first two
     * parameters are those of {@link #set}. A statement that returns no row does not say what it read:
     * {@link #aroundNone}.
     */
    static String around(String sql) {
        Matcher select = select(sql);
        return LIMIT + select.group() + AS_EXPECTED + ", " + sql.substring(select.end());
    }

    /**
     * Makes a statement return a row in any case. Its first two columns say whether it read the expected revision, and
     * whether there is a row. If the statement returns no row, the second column is null in the only row. The first two
     * parameters are those of {@link #set}.
     *
     * <p>The left join has one row on its left, which leaves the order of the statement's rows as it is. It costs up to a
     * third of the time of a statement with hundreds of rows.
     */
    static String aroundNone(String sql) {
        Matcher select = select(sql);
        return LIMIT + """
                select %s, peel_rows.*
                from (select) peel_revision left join (%strue, %s) peel_rows on true
                """.formatted(AS_EXPECTED, select.group(), sql.substring(select.end()));
    }

    private static Matcher select(String sql) {
        Matcher select = SELECT.matcher(sql);
        if (!select.lookingAt()) {
            throw new IllegalArgumentException(sql);
        }
        return select;
    }

    /** Begins a read-only transaction of one snapshot in a single round trip, on a connection whose autocommit is off. */
    public Snapshot beginSnapshot(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SNAPSHOT)) {
            limit(connection, statement);
            statement.execute();
            statement.getMoreResults();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return new Snapshot(row.getBoolean(1), row.getObject(2, UUID.class));
            }
        }
    }

    /**
     * Checks that the dataset still has a revision.
     *
     * @throws RevisionChangedException if it has another one
     */
    void check(Connection connection, UUID revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LIMIT_AND_REVISION)) {
            limit(connection, statement);
            statement.execute();
            if (!Objects.equals(revision(statement), revision)) {
                throw new RevisionChangedException(revision);
            }
        }
    }

    /** Sets the first two parameters of a statement made by {@link #around}, which is executed next. */
    void set(Connection connection, PreparedStatement statement, @Nullable UUID revision) throws SQLException {
        limit(connection, statement);
        if (revision == null) {
            statement.setNull(2, Types.OTHER);
        } else {
            statement.setObject(2, revision);
        }
    }

    private void limit(Connection connection, PreparedStatement statement) throws SQLException {
        deadline.limit(connection);
        statement.setString(1, Integer.toString(deadline.remainingMillis()));
    }

    /** The revision in the statement's next result. */
    private static @Nullable UUID revision(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        try (ResultSet row = statement.getResultSet()) {
            return row.next() ? row.getObject(1, UUID.class) : null;
        }
    }
}
