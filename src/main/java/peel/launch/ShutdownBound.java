package peel.launch;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import java.time.Duration;

/**
 * Ends the process if its orderly end takes too long. Quarkus waits without a bound for its event loops, which a
 * request may keep busy.
 */
public final class ShutdownBound {

    /** What the orderly end may take in addition to the time that running requests get. */
    static final Duration CLOSING = Duration.ofSeconds(10);

    /** The exit code after SIGTERM. Which signal it was is not known here. */
    private static final int TERMINATED = 143;

    /** The log's reader may be what keeps the process from ending. */
    private static final Duration MESSAGE_BOUND = Duration.ofSeconds(1);

    private ShutdownBound() {}

    /**
     * Limits the time from the first signal to the end of the process.
     *
     * @param orderlyEnd returns when the service has stopped; what the process still does then, such as writing an
     *     ahead-of-time cache, is not limited
     */
    public static void register(Duration bound, Runnable orderlyEnd) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> limit(bound, orderlyEnd), "shutdown bound"));
    }

    /** Waits until Quarkus has stopped, if it has been started. */
    public static void awaitQuarkus() {
        Application application = ApplicationLifecycleManager.getCurrentApplication();
        if (application != null) {
            application.awaitShutdown();
        }
    }

    private static void limit(Duration bound, Runnable orderlyEnd) {
        Thread watchdog = daemon("shutdown watchdog", () -> haltAfter(bound));
        try {
            orderlyEnd.run();
        } finally {
            watchdog.interrupt();
        }
    }

    private static void haltAfter(Duration bound) {
        try {
            Thread.sleep(bound.toMillis());
        } catch (InterruptedException e) {
            // The service has stopped.
            return;
        }
        try {
            daemon(
                            "shutdown message",
                            () -> Console.say("The service did not stop within " + bound.toSeconds()
                                    + " s after the signal and was ended."))
                    .join(MESSAGE_BOUND.toMillis());
        } catch (InterruptedException e) {
            // The service has stopped just now, which changes nothing.
        } finally {
            Runtime.getRuntime().halt(TERMINATED);
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
