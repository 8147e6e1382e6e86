package peel.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Waits for conditions that become true after a while. */
public final class Eventually {

    private static final int BOUND_SECONDS = 20;

    /** A condition that may throw. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    private Eventually() {}

    /** Waits until the condition holds, at most 20 seconds. */
    public static void holds(Condition condition) throws Exception {
        holdsWithin(BOUND_SECONDS, condition);
    }

    /** Waits until the condition holds, at most the given number of seconds. */
    public static void holdsWithin(int seconds, Condition condition) throws Exception {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, "not within " + seconds + " s");
            Thread.sleep(20);
        }
    }
}
