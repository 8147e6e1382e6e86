package peel.start;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.logging.LoggingFilter;
import io.quarkus.vertx.core.runtime.VertxCoreRecorder;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Hides from the console the exceptions that event loops throw after the application has shut down.
 *
 * <p>Quarkus opens its listeners at the same time. If one of them fails (the port is in use, the certificate is
 * invalid), Quarkus shuts the application down. A listener that opens only after that no longer finds the container and
 * throws. Its stack trace would bury the one line that says why the service could not start.
 */
@LoggingFilter(name = "after-shutdown")
public final class AfterShutdownFilter implements Filter {

    /** The logger of exceptions that nobody has caught on an event loop. */
    private static final String UNCAUGHT = VertxCoreRecorder.class.getName();

    @Override
    public boolean isLoggable(LogRecord entry) {
        return !UNCAUGHT.equals(entry.getLoggerName()) || entry.getThrown() == null || isRunning(Arc.container());
    }

    private static boolean isRunning(ArcContainer container) {
        return container != null && container.isRunning();
    }
}
