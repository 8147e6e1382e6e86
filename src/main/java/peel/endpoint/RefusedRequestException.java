package peel.endpoint;

/** A request that isn't executed. The message is for the client. */
class RefusedRequestException extends RuntimeException {

    private final int status;
    private final String code;

    /**
     * Refuses a request.
     *
     * @param status the HTTP status
     * @param code the error's {@code extensions.code}
     */
    RefusedRequestException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
