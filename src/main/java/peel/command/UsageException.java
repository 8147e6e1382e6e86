package peel.command;

/** A command line that is not valid. The message is one line. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message, null, true, false);
    }
}
