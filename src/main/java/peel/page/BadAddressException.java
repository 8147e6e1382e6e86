package peel.page;

/** An address whose page cannot be shown: status 400. The message says what is wrong and what is allowed. */
public class BadAddressException extends RuntimeException {

    public BadAddressException(String message) {
        super(message, null, false, false);
    }
}
