package peel.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds how many bytes many requests take together, and those of one connection.
 *
 * <p>When there are too many, the largest are given up first, and of equally large ones the oldest. One client with many
 * large requests can therefore not keep others from sending and receiving small ones, even from the same address.
 */
public final class MemoryBudget {

    /** When the limit is exceeded, this part of it is freed at once, so that not every further byte needs a search. */
    private static final int FREED_SHARE = 8;

    private static final Comparator<Claim> LARGEST_AND_OLDEST_FIRST =
            Comparator.comparingLong((Claim claim) -> -claim.sorted).thenComparingLong(claim -> claim.number);

    private final long limit;
    private final long limitPerConnection;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final Set<Claim> claims = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<Object, Long> byConnection = new ConcurrentHashMap<>();

    /**
     * Creates a budget.
     *
     * @param limit in bytes
     * @param limitPerConnection in bytes
     */
    public MemoryBudget(long limit, long limitPerConnection) {
        this.limit = limit;
        this.limitPerConnection = limitPerConnection;
    }

    public long limit() {
        return limit;
    }

    public long used() {
        return used.get();
    }

    /**
     * Begins to count the bytes of one request.
     *
     * @param connection whose bytes are counted together
     * @param revoked called at most once, on any thread, if the bytes must be given up; must not wait
     */
    public Claim claim(Object connection, Runnable revoked) {
        Claim claim = new Claim(connection, revoked);
        claims.add(claim);
        return claim;
    }

    /**
     * Revokes the claims of answers of which the client has read nothing for some time.
     *
     * @return how many there were
     */
    public int revokeStalled(long nanos) {
        long now = System.nanoTime();
        int revoked = 0;
        for (Claim claim : claims) {
            if (claim.awaitsReader && now - claim.progressed > nanos && claim.revoke()) {
                revoked++;
            }
        }
        return revoked;
    }

    /**
     * Revokes the claim on the executed answer whose client has read nothing for the longest time.
     *
     * @return whether there was one
     */
    public boolean revokeLongestWaiting() {
        Claim longest = null;
        for (Claim claim : claims) {
            if (claim.executed
                    && claim.awaitsReader
                    && (longest == null || claim.progressed - longest.progressed < 0)) {
                longest = claim;
            }
        }
        return longest != null && longest.revoke();
    }

    private synchronized void shrink() {
        long wanted = limit - limit / FREED_SHARE;
        if (used.get() <= limit) {
            // Another thread was faster.
            return;
        }
        List<Claim> largest = new ArrayList<>(claims);
        // Sizes change meanwhile, which would confuse the sorting.
        largest.forEach(claim -> claim.sorted = claim.bytes);
        largest.sort(LARGEST_AND_OLDEST_FIRST);
        for (Claim claim : largest) {
            if (used.get() <= wanted) {
                return;
            }
            claim.revoke();
        }
    }

    /** The bytes of one request. */
    public final class Claim implements AutoCloseable {

        private final Object connection;
        private final Runnable whenRevoked;
        private final long number = numbers.incrementAndGet();
        private volatile long bytes;
        private volatile boolean executed;
        private volatile boolean awaitsReader;
        private volatile long progressed;
        private boolean ended;
        private long sorted;

        private Claim(Object connection, Runnable whenRevoked) {
            this.connection = connection;
            this.whenRevoked = whenRevoked;
        }

        /**
         * Adds bytes.
         *
         * @return false if the bytes must not be kept, because the connection has too many, or because the process has
         *     and this request is among the largest; its bytes are then no longer counted
         */
        public boolean add(int more) {
            synchronized (this) {
                if (ended) {
                    return false;
                }
                bytes += more;
                used.addAndGet(more);
                if (byConnection.merge(connection, (long) more, Long::sum) > limitPerConnection) {
                    end();
                    return false;
                }
            }
            if (used.get() > limit) {
                shrink();
            }
            synchronized (this) {
                return !ended;
            }
        }

        /** Says that the client may now read an answer, or has read a part of it. */
        public void awaitReader() {
            progressed = System.nanoTime();
            awaitsReader = true;
        }

        /** Says that the answer was executed and holds one of the permits for that until it has left. */
        public void holdsPermit() {
            executed = true;
        }

        /** Ends the claim: its bytes are gone. */
        @Override
        public synchronized void close() {
            end();
        }

        private boolean revoke() {
            synchronized (this) {
                if (ended) {
                    return false;
                }
                end();
            }
            whenRevoked.run();
            return true;
        }

        private void end() {
            if (ended) {
                return;
            }
            ended = true;
            claims.remove(this);
            used.addAndGet(-bytes);
            byConnection.computeIfPresent(connection, (key, sum) -> sum > bytes ? Long.valueOf(sum - bytes) : null);
        }
    }
}
