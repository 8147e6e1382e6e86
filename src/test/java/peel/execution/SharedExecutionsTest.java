package peel.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedExecutionsTest {

    private final SharedExecutions<String> executions = new SharedExecutions<>();
    private final AtomicInteger called = new AtomicInteger();

    @Test
    void letsAThousandRequestsWaitInAll() {
        SharedExecutions<String>.Shared one = begun("a");
        SharedExecutions<String>.Shared other = begun("b");
        for (int i = 0; i < 500; i++) {
            assertTrue(one.await(called::incrementAndGet));
            assertTrue(other.await(called::incrementAndGet));
        }
        assertFalse(one.await(called::incrementAndGet));
        one.end(null);
        assertEquals(500, called.get());
        for (int i = 0; i < 500; i++) {
            assertTrue(other.await(called::incrementAndGet));
        }
        assertFalse(other.await(called::incrementAndGet));
    }

    @Test
    void endsOnce() {
        SharedExecutions<String>.Shared execution = begun("a");
        assertSame(execution, executions.of("a"));
        assertTrue(execution.await(called::incrementAndGet));
        String result = "result";
        execution.end(result);
        execution.end(null);
        assertSame(result, execution.result());
        assertEquals(1, called.get());
        assertFalse(execution.await(called::incrementAndGet));
        assertNull(begun("a").result());
    }

    private SharedExecutions<String>.Shared begun(String tag) {
        SharedExecutions<String>.Shared execution = executions.of(tag);
        assertTrue(execution.begin());
        assertFalse(execution.begin());
        return execution;
    }
}
