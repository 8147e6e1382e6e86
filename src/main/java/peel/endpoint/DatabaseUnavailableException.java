package peel.endpoint;

/** PostgreSQL can't be reached, or doesn't take connections. */
class DatabaseUnavailableException extends RuntimeException {

    DatabaseUnavailableException(Throwable cause) {
        super(cause);
    }
}
