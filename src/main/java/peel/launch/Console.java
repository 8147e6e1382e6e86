package peel.launch;

/**
 * Messages of the launcher. Quarkus holds log records back until its logging is configured, which is after the
 * launcher's work and never if that work fails. These messages therefore go straight to the standard error stream.
 */
public final class Console {

    private Console() {}

    /** Prints a message on one line. */
    public static void say(String message) {
        System.err.println("peel-graphql: " + OneLine.of(message));
    }
}
