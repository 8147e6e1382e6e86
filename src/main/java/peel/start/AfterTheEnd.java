package peel.start;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.logging.LoggingFilter;
import io.quarkus.vertx.core.runtime.VertxCoreRecorder;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps from the console what an event loop still throws when the application has ended around it.
 *
 * <p>Quarkus opens its listeners at the same time. When one fails (a port that is taken, a
 * certificate that is none), it ends the application, and another one that opens only then finds no
 * container to tell about it: that stack trace would bury the one line on why the service could not
 * start.
 */
@LoggingFilter(name = "after-the-end")
public final class AfterTheEnd implements Filter {

    /** Who logs what nobody has caught on an event loop. */
    private static final String UNCAUGHT = VertxCoreRecorder.class.getName();

    @Override
    public boolean isLoggable(LogRecord entry) {
        return !UNCAUGHT.equals(entry.getLoggerName()) || entry.getThrown() == null || isRunning(Arc.container());
    }

    private static boolean isRunning(ArcContainer container) {
        return container != null && container.isRunning();
    }
}
