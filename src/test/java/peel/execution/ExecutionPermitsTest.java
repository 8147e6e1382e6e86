package peel.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import peel.testing.TestSettings;

class ExecutionPermitsTest {

    private final ExecutionPermits permits = new ExecutionPermits(TestSettings.of(
            ExecutionConfig.class,
            Map.of(
                    "peel.endpoint.timeout", "1s",
                    "peel.endpoint.max-cost", "1000",
                    "peel.endpoint.max-concurrent-cost", "1500")));

    @Test
    void boundsTheCostOfConcurrentOperations() {
        assertTrue(permits.tryEnter(1_000));
        assertFalse(permits.tryEnter(600));
        assertTrue(permits.tryEnter(500));
        permits.leave(1_000);
        assertTrue(permits.tryEnter(600));
    }

    @Test
    void alwaysAdmitsCheapOperations() {
        assertTrue(permits.tryEnter(1_000));
        assertTrue(permits.tryEnter(500));
        for (int i = 0; i < 1_000; i++) {
            assertTrue(permits.tryEnter(10));
        }
    }

    // It is refused with another message, and must not keep others out.
    @Test
    void doesNotCountAnOperationThatIsTooExpensiveAnyway() {
        assertTrue(permits.tryEnter(1_001));
        assertTrue(permits.tryEnter(1_000));
        assertEquals(1_500, permits.costLimit());
    }
}
