package peel.start;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** Without a running application, as after its shutdown. */
class AfterShutdownFilterTest {

    static final String VERTX = "io.quarkus.vertx.core.runtime.VertxCoreRecorder";

    private final AfterShutdownFilter filter = new AfterShutdownFilter();

    @Test
    void hidesExceptionsOfEventLoopsAfterTheShutdown() {
        assertFalse(filter.isLoggable(entry(VERTX, new IllegalStateException("no container"))));
    }

    @Test
    void hidesTasksThatAnEventLoopRejectsAfterItsShutdown() {
        RejectedExecutionException rejected = new RejectedExecutionException("event executor terminated");
        assertFalse(filter.isLoggable(entry("io.netty.channel.AbstractChannel", rejected)));
        assertFalse(filter.isLoggable(entry("io.netty.util.concurrent.DefaultPromise.rejectedExecution", rejected)));
        assertTrue(filter.isLoggable(entry("io.netty.channel.AbstractChannel", new IllegalStateException("a fault"))));
        assertTrue(filter.isLoggable(entry("peel", rejected)));
    }

    @Test
    void showsAllOtherMessagesAfterTheShutdown() {
        assertTrue(filter.isLoggable(entry(VERTX, null)));
        assertTrue(filter.isLoggable(entry("peel", new IllegalStateException("no container"))));
    }

    static LogRecord entry(String logger, Throwable thrown) {
        LogRecord entry = new LogRecord(Level.SEVERE, "Uncaught exception received by Vert.x");
        entry.setLoggerName(logger);
        entry.setThrown(thrown);
        return entry;
    }
}
