package peel.endpoint;

import graphql.schema.DataFetchingEnvironment;

/** A request that took longer than it may. */
class RequestTimeout extends RuntimeException {

    /** Under this key a request's context has when it has to end, in {@link System#nanoTime}. */
    static final Object DEADLINE = RequestTimeout.class;

    RequestTimeout() {
        super("The request took too long.", null, false, false);
    }

    /**
     * Checked before each statement, of which PostgreSQL stops only the single one that is slow.
     *
     * @throws RequestTimeout if the time is over
     */
    static void check(DataFetchingEnvironment environment) {
        long deadline = environment.getGraphQlContext().get(DEADLINE);
        if (System.nanoTime() - deadline > 0) {
            throw new RequestTimeout();
        }
    }
}
