package peel.query;

import java.sql.SQLException;

/** Thrown when PostgreSQL refuses or does not answer a statement; the cause is the driver's exception. */
public class FailedStatementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FailedStatementException(SQLException cause) {
        super(cause);
    }
}
