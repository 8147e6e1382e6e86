package peel.reading.text;

import java.time.Duration;

/** The time by which a file must be read. */
final class Deadline {

    static final class PassedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        PassedException() {
            super("the deadline has passed", null, false, false);
        }
    }

    private final long end;

    Deadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    /**
     * @throws PassedException if the deadline has passed or the thread is interrupted
     */
    void check() {
        if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
            throw new PassedException();
        }
    }
}
