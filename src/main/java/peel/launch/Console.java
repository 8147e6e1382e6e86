package peel.launch;

/**
 * Where the launcher says what it does. Quarkus holds log records back until its logging is
 * configured, which is after the launcher's work and never if that fails, so these lines go
 * straight to the standard error stream.
 */
public final class Console {

    private Console() {}

    /**
     * Prints one line.
     *
     * @param message the line; line breaks in it become blanks
     */
    public static void say(String message) {
        System.err.println("peel-graphql: " + OneLine.of(message));
    }
}
