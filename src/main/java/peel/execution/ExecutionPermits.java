package peel.execution;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** Bounds how many operations are executed at the same time, for all callers together. */
@Singleton
public class ExecutionPermits {

    private final int limit;
    private final Semaphore free;

    public ExecutionPermits(ExecutionConfig config) {
        limit = config.maxConcurrentRequests();
        free = new Semaphore(limit);
    }

    /** Takes a permit if one is free; the caller must {@link #release} it. */
    public boolean tryAcquire() {
        return free.tryAcquire();
    }

    public void release() {
        free.release();
    }

    public int limit() {
        return limit;
    }

    public int inUse() {
        return limit - free.availablePermits();
    }
}
