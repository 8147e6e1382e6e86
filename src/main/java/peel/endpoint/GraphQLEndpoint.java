package peel.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.schema.GraphQLSchema;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import peel.endpoint.request.RefusedRequestException;
import peel.error.ErrorCode;
import peel.execution.document.DocumentConfig;
import peel.execution.memory.MemoryBudgets;

/** The routes of GraphQL over HTTP at {@code /graphql}, and of the schema as a file below it. */
@ApplicationScoped
class GraphQLEndpoint {

    private static final String PATH = "/graphql";

    /**
     * After Quarkus's CORS filter, but before its limit of bodies and before SmallRye's routes at the same path, which
     * are therefore never reached.
     */
    private static final int ORDER = -10;

    /** SmallRye handles WebSockets before all filters. */
    private static final int BEFORE_ALL = -1_000;

    private static final long STALLED_CHECK_MILLIS = 1_000;

    private final Exchange.Services services;
    private final boolean schemaIsPublic;
    private final GraphQLSchema schema;
    private final MemoryBudgets memory;
    private final long sendTimeoutNanos;
    private volatile byte @Nullable [] schemaText;

    GraphQLEndpoint(
            Exchange.Services services,
            DocumentConfig documents,
            GraphQLSchema schema,
            MemoryBudgets memory,
            EndpointConfig config) {
        this.services = services;
        this.memory = memory;
        this.sendTimeoutNanos = config.sendTimeout().toNanos();
        this.schemaIsPublic = documents.introspection();
        this.schema = schema;
    }

    void route(@Observes Router router, Vertx vertx) {
        vertx.setPeriodic(STALLED_CHECK_MILLIS, id -> memory.sending().revokeStalled(sendTimeoutNanos));
        router.route(PATH + "*").order(BEFORE_ALL).handler(this::refuseWebSocket);
        router.route(PATH).order(ORDER).handler(context -> new Exchange(services, context).begin());
        if (schemaIsPublic) {
            router.get(PATH + "/schema.graphql").order(ORDER).handler(this::sendSchema);
        }
        router.route(PATH + "/*").order(ORDER).handler(this::refuseOtherPath);
    }

    private void refuseWebSocket(RoutingContext context) {
        // Other upgrades are ignored: Java's HTTP client, for example, offers HTTP/2 by this header.
        if (context.request().headers().contains(HttpHeaders.UPGRADE, "websocket", true)) {
            new Exchange(services, context)
                    .refuse(new RefusedRequestException(
                            400, ErrorCode.WEBSOCKET_NOT_SUPPORTED, "WebSockets are not supported."));
        } else {
            context.next();
        }
    }

    private void sendSchema(RoutingContext context) {
        byte[] text = schemaText;
        if (text == null) {
            // Printing takes too long to be done for each request.
            text = SchemaFile.print(schema).getBytes(UTF_8);
            schemaText = text;
        }
        Delivery delivery = new Delivery(context.request(), text, memory.sending(), () -> {});
        if (!delivery.isAdmitted()) {
            new Exchange(services, context).refuse(services.overloaded());
            return;
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        delivery.send();
    }

    private void refuseOtherPath(RoutingContext context) {
        new Exchange(services, context)
                .refuse(new RefusedRequestException(
                        404, ErrorCode.NOT_FOUND, "Not found. GraphQL is served at " + PATH + "."));
    }
}
