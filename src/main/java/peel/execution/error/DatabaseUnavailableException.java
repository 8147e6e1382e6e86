package peel.execution.error;

/** PostgreSQL cannot be reached or refuses connections. */
public class DatabaseUnavailableException extends RuntimeException {

    /** PostgreSQL became unavailable during an execution. */
    public DatabaseUnavailableException() {
        super("The database is unavailable", null, false, false);
    }

    public DatabaseUnavailableException(Throwable cause) {
        super(cause);
    }
}
