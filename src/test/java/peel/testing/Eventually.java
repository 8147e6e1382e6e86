package peel.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes true by itself, soon. */
public final class Eventually {

    private static final int BOUND_SECONDS = 20;

    /** Something that may fail. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    private Eventually() {}

    /** Waits for it, at most 20 seconds. */
    public static void holds(Condition condition) throws Exception {
        holdsWithin(BOUND_SECONDS, condition);
    }

    /** The same with a bound of its own. */
    public static void holdsWithin(int seconds, Condition condition) throws Exception {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, "not within " + seconds + " s");
            Thread.sleep(20);
        }
    }
}
