package peel.endpoint.request;

/** A request is not executed. The message is meant for the client. */
public class RefusedRequestException extends RuntimeException {

    private final int status;
    private final String code;

    /**
     * Refuses a request.
     *
     * @param status the HTTP status
     * @param code the error's {@code extensions.code}
     */
    public RefusedRequestException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
