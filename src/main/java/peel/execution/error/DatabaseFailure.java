package peel.execution.error;

import java.sql.SQLException;
import java.util.Optional;
import peel.error.ErrorCode;
import peel.query.DeadlinePassedException;

/** Tells which failures come from the database's state or the client's values. */
public final class DatabaseFailure {

    private static final String STATEMENT_TIMEOUT = "57014";
    private static final String TRANSACTION_TIMEOUT = "25P04";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String IDLE_IN_TRANSACTION = "25P03";

    private DatabaseFailure() {}

    /**
     * Returns the code of a failure.
     *
     * @return {@code SERVICE_UNAVAILABLE}, {@code TIMEOUT}, {@code BAD_USER_INPUT} for a value that PostgreSQL cannot
     *     store, or empty for an internal failure
     */
    public static Optional<String> codeOf(Throwable failure) {
        // Causes may form a circle.
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            if (cause instanceof DeadlinePassedException) {
                return Optional.of(ErrorCode.TIMEOUT);
            }
            if (cause instanceof DatabaseUnavailableException) {
                return Optional.of(ErrorCode.SERVICE_UNAVAILABLE);
            }
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                if (STATEMENT_TIMEOUT.equals(state) || TRANSACTION_TIMEOUT.equals(state)) {
                    return Optional.of(ErrorCode.TIMEOUT);
                }
                // For example a date out of range, or U+0000 in text.
                if (state != null && state.startsWith("22")) {
                    return Optional.of(ErrorCode.BAD_USER_INPUT);
                }
                // 08: connections. 57P: the server shuts down, starts or ends a session. 53: it lacks resources.
                // 25P03: it ended a session that was idle for too long in a transaction. 40001: an import was
                // committed meanwhile. Refusals of the connection pool have no state.
                if (state == null
                        || SERIALIZATION_FAILURE.equals(state)
                        || state.startsWith("08")
                        || state.startsWith("57P")
                        || IDLE_IN_TRANSACTION.equals(state)
                        || state.startsWith("53")) {
                    return Optional.of(ErrorCode.SERVICE_UNAVAILABLE);
                }
            }
            depth++;
        }
        return Optional.empty();
    }
}
