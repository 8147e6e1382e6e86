package peel;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes true by itself, soon. */
final class Eventually {

    private static final long BOUND_SECONDS = 20;

    /** Something that may fail. */
    interface Condition {
        boolean holds() throws Exception;
    }

    private Eventually() {}

    static void holds(Condition condition) throws Exception {
        long deadline = System.nanoTime() + BOUND_SECONDS * 1_000_000_000L;
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, "not within " + BOUND_SECONDS + " s");
            Thread.sleep(50);
        }
    }
}
