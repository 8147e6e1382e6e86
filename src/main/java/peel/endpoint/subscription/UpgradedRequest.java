package peel.endpoint.subscription;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;
import org.jboss.logging.Logger;

/**
 * The request of a WebSocket, as Quarkus counts it. Before a shutdown, Quarkus waits until each request has ended, but that of a
 * WebSocket never does: Vert.x replaces the handler by which Quarkus would notice the end of the connection. So its end is
 * reported here, by the method that those handlers call, which is not public. Without it, every shutdown after the first
 * WebSocket would take as long as {@code quarkus.shutdown.timeout}.
 */
@RegisterForReflection(targets = QuarkusRequestWrapper.class, fields = false)
final class UpgradedRequest {

    private static final Logger LOG = Logger.getLogger(UpgradedRequest.class);

    private final QuarkusRequestWrapper request;

    UpgradedRequest(HttpServerRequest request) {
        this.request = QuarkusRequestWrapper.get(request);
    }

    /** The WebSocket was closed. */
    void end() {
        try {
            Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
            done.invoke(request);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("The end of a WebSocket could not be reported, so that the service will take longer to stop", e);
        }
    }
}
