package peel.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void saysHowMuchTimeIsLeft() {
        Deadline deadline = Deadline.after(Duration.ofHours(1));
        deadline.check();
        assertEquals(3_600_000, deadline.remainingMillis(), 60_000);
    }

    @Test
    void endsWorkOnceItHasPassed() throws InterruptedException {
        Deadline deadline = Deadline.after(Duration.ofMillis(1));
        Thread.sleep(2);
        assertThrows(DeadlinePassedException.class, deadline::check);
        assertThrows(DeadlinePassedException.class, deadline::remainingMillis);
        assertThrows(
                DeadlinePassedException.class,
                () -> deadline.connect(() -> {
                    throw new AssertionError("No connection is opened for nothing");
                }));
    }

    @Test
    void endsTheWaitForAConnection() throws Exception {
        Deadline deadline = Deadline.after(Duration.ofHours(1));
        CountDownLatch waits = new CountDownLatch(1);
        FutureTask<Boolean> work = new FutureTask<>(() -> {
            assertThrows(
                    SQLException.class,
                    () -> deadline.connect(() -> {
                        waits.countDown();
                        try {
                            Thread.sleep(60_000);
                        } catch (InterruptedException e) {
                            // As Agroal does it.
                            Thread.currentThread().interrupt();
                        }
                        throw new SQLException("interrupted");
                    }));
            return Thread.currentThread().isInterrupted();
        });
        new Thread(work).start();
        waits.await();
        deadline.expire();
        assertFalse(work.get(), "the thread's next work would be interrupted");
        assertThrows(
                DeadlinePassedException.class,
                () -> deadline.connect(() -> {
                    throw new AssertionError("The request has been answered");
                }));
        assertTrue(work.isDone());
    }
}
