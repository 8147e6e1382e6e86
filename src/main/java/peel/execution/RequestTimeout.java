package peel.execution;

/** A request that took longer than it may. */
public class RequestTimeout extends RuntimeException {

    RequestTimeout() {
        super("The request took too long.", null, false, false);
    }
}
