package peel.endpoint;

/** PostgreSQL can't be reached, or doesn't take connections. */
class DatabaseAway extends RuntimeException {

    DatabaseAway(Throwable cause) {
        super(cause);
    }
}
