package peel.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Sets the time limit of the statements that follow it in a transaction, and tells the revision
 * that they read.
 *
 * @param statementTimeout PostgreSQL's {@code statement_timeout}, in ms
 */
public record RevisionCheck(String statementTimeout) {

    /** One parameter, the limit. */
    static final String SQL =
            "select set_config('statement_timeout', ?, true), (select max(revision) from dataset_revision)";

    /**
     * Asks for the revision alone; begins a transaction if the connection's autocommit is off.
     *
     * @return the dataset's revision, 0 before the first import
     */
    public int ask(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            set(statement);
            try (ResultSet row = statement.executeQuery()) {
                return revision(row);
            }
        }
    }

    /** Checks that the revision is this one. */
    void check(Connection connection, int revision) throws SQLException {
        require(revision, ask(connection));
    }

    void set(PreparedStatement statement) throws SQLException {
        statement.setString(1, statementTimeout);
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
