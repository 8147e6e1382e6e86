package peel.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Executes identical requests that arrive at the same time once: after an import, for instance, when no answer is cached.
 * The others wait for the result of the first one without a thread or a permit.
 *
 * @param <R> what an execution ends with
 */
public final class SharedExecutions<R extends Object> {

    /** How many requests may wait at the same time. Further ones are executed or refused like any other. */
    private static final int MOST_WAITING = 1_000;

    private final Map<String, Shared> running = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Returns the execution of the request with this entity tag: the running one, or a new one, which the caller must
     * {@link Shared#end}.
     */
    public Shared of(String tag) {
        return running.computeIfAbsent(tag, Shared::new);
    }

    /** An execution whose result several requests get. */
    public final class Shared {

        private final String tag;
        private final List<Runnable> waitingForIt = new ArrayList<>();
        private boolean begun;
        private boolean ended;
        private volatile @Nullable R result;

        private Shared(String tag) {
            this.tag = tag;
        }

        /** Whether the caller is the one who executes the request; true for the first caller only. */
        public synchronized boolean begin() {
            boolean first = !begun;
            begun = true;
            return first;
        }

        /**
         * Waits for the end.
         *
         * @param whenEnded called once, on another thread
         * @return false if the execution has ended or if too many requests wait
         */
        public synchronized boolean await(Runnable whenEnded) {
            if (ended) {
                return false;
            }
            if (waiting.incrementAndGet() > MOST_WAITING) {
                waiting.decrementAndGet();
                return false;
            }
            waitingForIt.add(whenEnded);
            return true;
        }

        /**
         * Ends the execution. Only the first call has an effect.
         *
         * @param end null if there is no result that others could get
         */
        public void end(@Nullable R end) {
            synchronized (this) {
                if (ended) {
                    return;
                }
                ended = true;
                result = end;
            }
            running.remove(tag, this);
            waiting.addAndGet(-waitingForIt.size());
            waitingForIt.forEach(Runnable::run);
        }

        /** The result after the end, null if there is none. */
        public @Nullable R result() {
            return result;
        }
    }
}
