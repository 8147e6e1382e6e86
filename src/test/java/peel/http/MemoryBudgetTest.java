package peel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    private final List<String> revoked = new ArrayList<>();
    private final MemoryBudget budget = new MemoryBudget(1_000, 600);

    private MemoryBudget.Claim claim(String name, int bytes) {
        MemoryBudget.Claim claim = budget.claim(name, () -> revoked.add(name));
        assertTrue(claim.add(bytes), name);
        return claim;
    }

    @Test
    void revokesTheLargestFirst() {
        claim("small", 100);
        claim("large", 500);
        claim("medium", 300);
        claim("new", 200);
        assertEquals(List.of("large"), revoked);
        assertEquals(600, budget.used());
    }

    @Test
    void revokesTheOldestOfEquallyLargeOnes() {
        for (int i = 0; i < 12; i++) {
            claim("client " + i, 100);
        }
        // A tenth of the memory is in use by each: the eleventh and the twelfth need some.
        assertEquals(List.of("client 0", "client 1", "client 2"), revoked.subList(0, 3));
        assertTrue(budget.used() <= budget.limit(), budget.used() + " bytes");
    }

    @Test
    void refusesTheLargestItselfAndCountsItNoMore() {
        claim("small", 500);
        MemoryBudget.Claim large = budget.claim("large", () -> revoked.add("large"));
        assertFalse(large.add(600));
        assertFalse(large.add(1));
        assertEquals(500, budget.used());
    }

    @Test
    void boundsOneConnection() {
        MemoryBudget.Claim first = claim("connection", 400);
        MemoryBudget.Claim second = budget.claim("connection", () -> revoked.add("second"));
        assertFalse(second.add(201));
        assertEquals(400, budget.used());
        assertTrue(budget.claim("connection", () -> {}).add(200));
        first.close();
        assertTrue(budget.claim("connection", () -> {}).add(400));
    }

    @Test
    void revokesAnswersThatNobodyReadsOnly() throws InterruptedException {
        claim("being written", 100);
        MemoryBudget.Claim unread = claim("unread", 100);
        unread.awaitReader();
        assertEquals(0, budget.revokeStalled(TimeUnit.MINUTES.toNanos(1)));
        Thread.sleep(2);
        assertEquals(1, budget.revokeStalled(TimeUnit.MILLISECONDS.toNanos(1)));
        assertEquals(List.of("unread"), revoked);
        unread.close();
        assertEquals(100, budget.used());
    }

    @Test
    void revokesTheExecutedAnswerThatHasWaitedLongest() throws InterruptedException {
        claim("kept", 100).awaitReader();
        assertFalse(budget.revokeLongestWaiting());
        for (String name : List.of("first", "second")) {
            MemoryBudget.Claim claim = claim(name, 100);
            claim.holdsPermit();
            claim.awaitReader();
            Thread.sleep(2);
        }
        assertTrue(budget.revokeLongestWaiting());
        assertEquals(List.of("first"), revoked);
    }

    @Test
    void countsNothingOnceAllThreadsHaveEndedTheirClaims() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 4; i++) {
            threads.execute(() -> {
                for (int n = 0; n < 2_000; n++) {
                    try (MemoryBudget.Claim claim = budget.claim(n % 7, () -> {})) {
                        claim.add(n % 500);
                        claim.add(n % 90);
                    }
                }
            });
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
        assertEquals(0, budget.used());
        // Nor for one of the connections.
        for (int connection = 0; connection < 7; connection++) {
            try (MemoryBudget.Claim claim = budget.claim(connection, () -> {})) {
                assertTrue(claim.add(600));
            }
        }
    }
}
