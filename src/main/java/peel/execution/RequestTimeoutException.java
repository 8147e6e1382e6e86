package peel.execution;

/** A request that took longer than it may. */
public class RequestTimeoutException extends RuntimeException {

    RequestTimeoutException() {
        super("The request took too long.", null, false, false);
    }
}
