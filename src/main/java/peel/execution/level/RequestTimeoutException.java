package peel.execution.level;

/** An execution took longer than a request may take. */
public class RequestTimeoutException extends RuntimeException {

    public RequestTimeoutException() {
        super("The request took too long.", null, false, false);
    }
}
