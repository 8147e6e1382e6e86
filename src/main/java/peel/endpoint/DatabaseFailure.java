package peel.endpoint;

import java.sql.SQLException;
import java.util.Optional;
import peel.execution.RequestTimeoutException;

/** What a failed statement means to the client. */
final class DatabaseFailure {

    private static final String STATEMENT_TIMEOUT = "57014";
    private static final String TRANSACTION_TIMEOUT = "25P04";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String IDLE_IN_TRANSACTION = "25P03";

    private DatabaseFailure() {}

    /**
     * The code of a failure that came from the database's state or the client's values, not from
     * us.
     *
     * @return {@code SERVICE_UNAVAILABLE}, {@code TIMEOUT}, {@code BAD_USER_INPUT} for a value that
     *     PostgreSQL can't take, or nothing if it is something else
     */
    static Optional<String> codeOf(Throwable failure) {
        // A cause may be its own cause, or lead in circles.
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            if (cause instanceof RequestTimeoutException) {
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
                // A date beyond its range, U+0000 in a text.
                if (state != null && state.startsWith("22")) {
                    return Optional.of(ErrorCode.BAD_USER_INPUT);
                }
                // 08: connections; 57P: the server shuts down, starts or ends a session; 53: it has
                // no room. 25P03: it ended a session that was idle for too long inside a
                // transaction. 40001: an import came between. The pool's own refusals have no
                // state.
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
