package peel.execution;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds how many operations are executed at the same time, and what they cost together, for all callers. Cheap
 * operations do not count in the second bound, so that a few expensive ones never keep them waiting.
 */
@Singleton
public class ExecutionPermits {

    /** An operation is cheap if its cost is at most this part of the maximum. */
    private static final int CHEAP_SHARE = 100;

    /** How many of the most expensive operations may be executed at the same time if there is enough memory. */
    private static final int MOST_EXPENSIVE = 4;

    /** The part of the heap that may be taken by answers in execution, whose cost is about their size in bytes. */
    private static final int HEAP_SHARE = 16;

    /** How many requests may wait to have their documents prepared, and for how long. */
    private static final int WAITING_DOCUMENTS = 16;

    private static final long DOCUMENT_WAIT_SECONDS = 1;

    private final int limit;
    private final AtomicInteger inUse = new AtomicInteger();
    private final Semaphore processors =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final long maxCost;
    private final long costLimit;
    private final AtomicLong cost = new AtomicLong();

    public ExecutionPermits(ExecutionConfig config) {
        limit = config.maxConcurrentRequests();
        maxCost = config.maxCost();
        costLimit = config.maxConcurrentCost().orElseGet(() -> costLimit(maxCost));
    }

    private static long costLimit(long maxCost) {
        long fitting = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
        return Math.max(maxCost, Math.min(MOST_EXPENSIVE * maxCost, fitting));
    }

    /** Takes a permit if one is free; the caller must {@link #release} it. */
    public boolean tryAcquire() {
        if (inUse.incrementAndGet() <= limit) {
            return true;
        }
        inUse.decrementAndGet();
        return false;
    }

    /** Takes the permit of a request that was just ended and is about to {@link #release} it. */
    public void acquireInAdvance() {
        inUse.incrementAndGet();
    }

    public void release() {
        inUse.decrementAndGet();
    }

    /**
     * Begins the execution of an operation unless the running ones are too expensive already.
     *
     * @return whether the operation may be executed; the caller must then {@link #leave} with the same cost
     */
    public boolean tryEnter(long operationCost) {
        long counted = counted(operationCost);
        if (counted == 0) {
            return true;
        }
        if (cost.addAndGet(counted) <= costLimit) {
            return true;
        }
        cost.addAndGet(-counted);
        return false;
    }

    /** Ends the execution of an operation. */
    public void leave(long operationCost) {
        cost.addAndGet(-counted(operationCost));
    }

    // An operation that costs more than the maximum is not executed.
    private long counted(long operationCost) {
        return operationCost <= maxCost / CHEAP_SHARE || operationCost > maxCost ? 0 : operationCost;
    }

    /**
     * Begins to prepare a long document, after a short wait if others are being prepared. To validate one may take a
     * hundred times as long as to answer a simple request, so half of the processors are kept for those.
     *
     * @return whether the document may be prepared; the caller must then {@link #endPreparing}
     */
    public boolean tryPrepare() {
        if (processors.getQueueLength() >= WAITING_DOCUMENTS) {
            return false;
        }
        try {
            return processors.tryAcquire(DOCUMENT_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public void endPreparing() {
        processors.release();
    }

    public int limit() {
        return limit;
    }

    /** The maximum cost of all operations that are executed at the same time, cheap ones not counted. */
    public long costLimit() {
        return costLimit;
    }

    public int inUse() {
        return inUse.get();
    }
}
