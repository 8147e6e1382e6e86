package peel.endpoint.subscription;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import peel.endpoint.answer.Responder;
import peel.endpoint.request.CrossSite;
import peel.endpoint.request.RefusedRequestException;
import peel.endpoint.request.RequestReader;
import peel.endpoint.telemetry.Telemetry;
import peel.error.ErrorCode;
import peel.execution.AnswerWriter;
import peel.execution.Operations;
import peel.execution.memory.MemoryBudgets;
import peel.http.MemoryBudget;

/** Opens WebSockets for the graphql-transport-ws protocol. */
@Singleton
public class WebSockets {

    /** The only protocol that is spoken. */
    public static final String PROTOCOL = "graphql-transport-ws";

    final Responder responder;
    final RequestReader reader;
    final AnswerWriter writer;
    final Telemetry telemetry;
    final Subscriptions subscriptions;
    final OpenConnections connections;
    final MemoryBudget sending;
    final long timeoutMillis;
    final int maxOperations;
    final long keepAliveMillis;
    final long initTimeoutMillis;
    final long idleTimeoutMillis;
    private final CrossSite crossSite;

    WebSockets(
            Responder responder,
            RequestReader reader,
            AnswerWriter writer,
            Telemetry telemetry,
            Subscriptions subscriptions,
            OpenConnections connections,
            Operations operations,
            MemoryBudgets memory,
            CrossSite crossSite,
            SubscriptionConfig config) {
        this.responder = responder;
        this.reader = reader;
        this.writer = writer;
        this.telemetry = telemetry;
        this.subscriptions = subscriptions;
        this.connections = connections;
        this.sending = memory.sending();
        this.timeoutMillis = operations.timeoutMillis();
        this.maxOperations = config.maxOperationsPerConnection();
        this.keepAliveMillis = Math.max(1, config.keepAlive().toMillis());
        this.initTimeoutMillis = Math.max(1, config.initTimeout().toMillis());
        this.idleTimeoutMillis = Math.max(1, config.idleTimeout().toMillis());
        this.crossSite = crossSite;
    }

    /** Whether a request asks for a WebSocket. Other upgrades are ignored: Java's HTTP client offers HTTP/2 in this way. */
    public static boolean isAskedFor(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.UPGRADE, "websocket", true);
    }

    /**
     * Opens the WebSocket that a request asks for; must be called on its event loop.
     *
     * @throws RefusedRequestException if there must be none
     */
    public void open(RoutingContext context) {
        if (subscriptions.limit() == 0) {
            throw new RefusedRequestException(
                    400,
                    ErrorCode.WEBSOCKET_NOT_SUPPORTED,
                    "WebSockets are not supported: subscriptions are turned off.");
        }
        crossSite.check(context);
        HttpServerRequest request = context.request();
        UpgradedRequest upgraded = new UpgradedRequest(request);
        HttpConnection connection = request.connection();
        String address = request.remoteAddress().hostAddress();
        WebSocketConnection opened = new WebSocketConnection(
                this, upgraded, connection, address, context.vertx().getOrCreateContext());
        connections.open(opened, address);
        // Without the headers that a handshake needs, this answers with status 400 by itself.
        request.toWebSocket().onComplete(done -> {
            if (done.succeeded()) {
                opened.begin(done.result());
            } else {
                connections.close(opened, address);
                upgraded.end();
            }
        });
    }
}
