package peel.start;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What must be done on the database before Quarkus may use it, on a thread of its own: meanwhile Quarkus reads its
 * configuration, which is a third of the start of a native executable, and waits for the end where it asks for a setting
 * that depends on it ({@link StartSettings}).
 */
public final class DatabaseOpening {

    private static volatile @Nullable DatabaseOpening running;

    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private DatabaseOpening() {}

    /**
     * Begins.
     *
     * @param work may read settings but must not start Quarkus; what it throws ends the start of Quarkus
     */
    public static DatabaseOpening begin(Runnable work) {
        DatabaseOpening opening = new DatabaseOpening();
        running = opening;
        // After a signal, Quarkus waits for the end of its start, which waits for the database.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> opening.end.cancel(false), "database opening's end"));
        Thread thread = new Thread(() -> opening.run(work), "database opening");
        thread.setDaemon(true);
        thread.start();
        return opening;
    }

    private void run(Runnable work) {
        try {
            work.run();
            end.complete(null);
        } catch (RuntimeException | Error e) {
            end.completeExceptionally(e);
        }
    }

    /**
     * Waits for the end if one has begun.
     *
     * @throws CompletionException if the work failed, see {@link #reason}
     * @throws CancellationException if the process ends
     */
    static void await() {
        DatabaseOpening opening = running;
        if (opening != null) {
            opening.end.join();
        }
    }

    /**
     * Why the start failed: what the work threw, which Quarkus reports as a wrong setting; otherwise Quarkus's own reason.
     *
     * @param failure what ended Quarkus, if it is not its regular end
     * @return null if there is nothing to explain: a regular end, or one on request while the database was awaited
     */
    public @Nullable Throwable reason(@Nullable Throwable failure) {
        if (end.isCancelled()) {
            return null;
        }
        Throwable own = end.isDone() ? end.handle((done, thrown) -> thrown).join() : null;
        return own == null ? failure : own;
    }
}
