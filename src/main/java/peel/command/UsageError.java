package peel.command;

/** A command line that can't be understood. The message is one line. */
final class UsageError extends RuntimeException {

    UsageError(String message) {
        super(message, null, true, false);
    }
}
