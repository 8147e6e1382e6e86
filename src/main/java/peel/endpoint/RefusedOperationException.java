package peel.endpoint;

/**
 * A well-formed request whose operation isn't executed. The message is for the client; the status
 * is as the media type has it for such a request.
 */
class RefusedOperationException extends RuntimeException {

    private final String code;

    RefusedOperationException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
