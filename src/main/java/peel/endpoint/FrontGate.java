package peel.endpoint;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import peel.endpoint.request.CrossSite;
import peel.endpoint.request.RefusedRequestException;
import peel.error.ErrorCode;
import peel.error.Quotation;

/**
 * What is checked of every request before it is routed: the host that it asks for, and how many requests its connection
 * has open.
 */
@ApplicationScoped
class FrontGate {

    /** Before Quarkus's own filters. */
    private static final int ORDER = -2_000;

    /** RFC 9113, section 7. */
    private static final long NO_ERROR = 0;

    private static final int BAD_REQUEST = 400;
    private static final int MISDIRECTED_REQUEST = 421;

    private final Exchange.Services services;
    private final Set<String> hosts;
    private final int maxStreams;
    private final CrossSite crossSite;
    private final Map<HttpConnection, Integer> streams = new ConcurrentHashMap<>();

    FrontGate(
            Exchange.Services services,
            EndpointConfig config,
            CrossSite crossSite,
            @ConfigProperty(name = "quarkus.http.limits.max-concurrent-streams") int maxStreams) {
        this.services = services;
        this.hosts = config.hosts().orElse(Set.of()).stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        this.maxStreams = maxStreams;
        this.crossSite = crossSite;
    }

    void route(@Observes Router router) {
        router.route().order(ORDER).handler(this::check).failureHandler(this::refuseMalformed);
    }

    // Otherwise, Quarkus would log whatever clients send as an error of the service.
    private void refuseMalformed(RoutingContext context) {
        if (context.statusCode() != BAD_REQUEST || context.response().ended()) {
            context.next();
            return;
        }
        String reason = context.request().authority() == null
                ? "The header \"Host\" is missing or malformed."
                : "The request's address is malformed.";
        new Exchange(services, context).refuse(new RefusedRequestException(BAD_REQUEST, ErrorCode.BAD_REQUEST, reason));
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.response().streamId() >= 0 && isFlooded(context)) {
            return;
        }
        crossSite.prepare(context);
        if (!hosts.isEmpty() && !isKnown(request.authority()) && !isProbe(request.path())) {
            new Exchange(services, context)
                    .refuse(new RefusedRequestException(
                            MISDIRECTED_REQUEST,
                            ErrorCode.UNKNOWN_HOST,
                            "The service does not answer under the host \"%s\"."
                                    .formatted(Quotation.of(String.valueOf(request.getHeader("Host"))))));
        } else {
            context.next();
        }
    }

    /**
     * Counts the requests of HTTP/2 until the client has read their answers. The limit of the settings holds only once
     * the client has acknowledged it, and no setting limits how many answers it leaves unread, so a client that exceeds
     * the limit is disconnected.
     */
    private boolean isFlooded(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpConnection connection = request.connection();
        Channel channel = ((HttpServerConnection) connection).channel();
        if (!channel.isActive()) {
            // Disconnected; this was decoded from the same bytes.
            return true;
        }
        if (streams.merge(connection, 1, Integer::sum) > maxStreams) {
            streams.remove(connection);
            channel.unsafe().closeForcibly();
            return true;
        }
        context.addEndHandler(ended -> {
            if (!channel.isActive()) {
                streams.remove(connection);
                return;
            }
            if (ended.succeeded() && !request.isEnded()) {
                // Otherwise the stream would stay open until the client ends it (RFC 9113, section 8.1).
                request.response().reset(NO_ERROR);
            }
            // Written when everything before it is.
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> isRead(connection));
        });
        return false;
    }

    private void isRead(HttpConnection connection) {
        streams.computeIfPresent(connection, (key, open) -> open == 1 ? null : open - 1);
    }

    private boolean isKnown(@Nullable HostAndPort authority) {
        return authority != null && hosts.contains(authority.host().toLowerCase(Locale.ROOT));
    }

    // Kubernetes asks for the pod's address.
    private static boolean isProbe(@Nullable String path) {
        return path != null && path.startsWith("/q/");
    }
}
