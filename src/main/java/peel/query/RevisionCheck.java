package peel.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A statement that sets the time limit of the statements after it in the same transaction and returns the revision of
 * the dataset that they read.
 *
 * @param deadline the time until which PostgreSQL may execute a statement
 */
public record RevisionCheck(Deadline deadline) {

    /** Has one parameter, the time limit. */
    static final String SQL =
            "select set_config('statement_timeout', ?, true), (select max(revision) from dataset_revision)";

    /**
     * Executes the statement alone. Begins a transaction if the connection's autocommit is off.
     *
     * @return the dataset's revision, 0 before the first import
     */
    public int currentRevision(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            set(connection, statement);
            try (ResultSet row = statement.executeQuery()) {
                return revision(row);
            }
        }
    }

    /**
     * Checks that the dataset still has a revision.
     *
     * @throws RevisionChangedException if it has another one
     */
    void check(Connection connection, int revision) throws SQLException {
        require(revision, currentRevision(connection));
    }

    /** Limits the time of a statement that begins with {@link #SQL} and is executed next. */
    void set(Connection connection, PreparedStatement statement) throws SQLException {
        deadline.limit(connection);
        statement.setString(1, Integer.toString(deadline.remainingMillis()));
    }

    static void require(int revision, int found) throws RevisionChangedException {
        if (found != revision) {
            throw new RevisionChangedException(revision, found);
        }
    }

    static int revision(ResultSet row) throws SQLException {
        row.next();
        return row.getInt(2);
    }
}
