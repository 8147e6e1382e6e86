package peel.reading.text;

import java.time.Duration;

/** When reading a file has to be done. */
final class Deadline {

    /** The time is over. */
    static final class PassedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        PassedException() {
            super("the time is over", null, false, false);
        }
    }

    private final long end;

    Deadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    /**
     * @throws PassedException if the time is over, or the thread is asked to stop
     */
    void check() {
        if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
            throw new PassedException();
        }
    }
}
