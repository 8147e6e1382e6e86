package peel.start;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.logging.LoggingFilter;
import io.quarkus.vertx.core.runtime.VertxCoreRecorder;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Hides from the console the exceptions that event loops throw after the application has shut down.
 *
 * <p>Quarkus opens its listeners at the same time. If one of them fails (the port is in use, the certificate is
 * invalid), Quarkus shuts the application down. A listener that opens only after that no longer finds the container and
 * throws; one that opens meanwhile is rejected by its event loop, which Netty logs. Their stack traces would bury the one
 * line that says why the service could not start.
 */
@LoggingFilter(name = "after-shutdown")
public final class AfterShutdownFilter implements Filter {

    /** The logger of exceptions that nobody has caught on an event loop. */
    private static final String UNCAUGHT = VertxCoreRecorder.class.getName();

    private static final String NETTY = "io.netty.";

    @Override
    public boolean isLoggable(LogRecord entry) {
        String logger = String.valueOf(entry.getLoggerName());
        if (logger.startsWith(NETTY)) {
            // An event loop takes tasks until it is shut down.
            return !(entry.getThrown() instanceof RejectedExecutionException);
        }
        return !UNCAUGHT.equals(logger) || entry.getThrown() == null || isRunning(Arc.container());
    }

    private static boolean isRunning(ArcContainer container) {
        return container != null && container.isRunning();
    }
}
