package peel.query;

import java.sql.SQLException;

/** PostgreSQL refused a statement or didn't answer it; the cause says why. */
public class FailedStatementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with its reason. */
    public FailedStatementException(SQLException cause) {
        super(cause);
    }
}
