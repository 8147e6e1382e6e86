package peel.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.schema.GraphQLSchema;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import peel.endpoint.request.RefusedRequestException;
import peel.endpoint.subscription.WebSockets;
import peel.error.ErrorCode;
import peel.execution.document.DocumentConfig;
import peel.execution.memory.MemoryBudgets;
import peel.http.StaticFile;
import peel.http.Vary;

/** The routes of GraphQL over HTTP at {@code /graphql}, and of the schema as a file below it. */
@ApplicationScoped
class GraphQLEndpoint {

    private static final String PATH = "/graphql";

    /**
     * After Quarkus's CORS filter (-300), but before its limit of bodies and before SmallRye's routes at the same path (from
     * -99 on, that for WebSockets), which are therefore never reached.
     */
    private static final int ORDER = -150;

    private static final int FOUND = 302;

    private static final long STALLED_CHECK_MILLIS = 1_000;

    private final Exchange.Services services;
    private final WebSockets sockets;
    private final boolean schemaIsPublic;
    private final StaticFile schemaFile;
    private final MemoryBudgets memory;
    private final long sendTimeoutNanos;
    private final boolean graphiql;

    GraphQLEndpoint(
            Exchange.Services services,
            WebSockets sockets,
            DocumentConfig documents,
            GraphQLSchema schema,
            MemoryBudgets memory,
            EndpointConfig config,
            @ConfigProperty(name = "peel.graphiql.enabled", defaultValue = "true") boolean graphiql) {
        this.services = services;
        this.sockets = sockets;
        this.memory = memory;
        this.sendTimeoutNanos = config.sendTimeout().toNanos();
        this.schemaIsPublic = documents.introspection();
        this.schemaFile = new StaticFile(
                "text/plain; charset=utf-8",
                StaticFile.REVALIDATED,
                () -> SchemaFile.print(schema).getBytes(UTF_8));
        this.graphiql = graphiql;
    }

    void route(@Observes Router router, Vertx vertx) {
        vertx.setPeriodic(STALLED_CHECK_MILLIS, id -> memory.sending().revokeStalled(sendTimeoutNanos));
        router.route(PATH).order(ORDER).handler(this::answer);
        if (schemaIsPublic) {
            router.route(PATH + "/schema.graphql")
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(ORDER)
                    .handler(schemaFile::send);
        }
        router.route(PATH + "/*").order(ORDER).handler(this::refuseOtherPath);
    }

    private void openWebSocket(RoutingContext context) {
        try {
            sockets.open(context);
        } catch (RefusedRequestException refused) {
            new Exchange(services, context).refuse(refused);
        }
    }

    private void answer(RoutingContext context) {
        if (WebSockets.isAskedFor(context.request())) {
            openWebSocket(context);
        } else if (graphiql && isOpenedByBrowser(context.request())) {
            HttpServerResponse response = context.response();
            Vary.add(response, "Accept");
            // Relative, so that it leads there behind a proxy with another path too.
            response.setStatusCode(FOUND)
                    .putHeader(HttpHeaders.LOCATION, "graphiql/")
                    .end();
        } else {
            new Exchange(services, context).begin();
        }
    }

    /** Whether somebody has opened the endpoint's address in a browser, without a query. */
    private static boolean isOpenedByBrowser(HttpServerRequest request) {
        HttpMethod method = request.method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)
                || request.getParam("query") != null
                || request.getParam("documentId") != null
                || request.getParam("extensions") != null) {
            return false;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private void refuseOtherPath(RoutingContext context) {
        new Exchange(services, context)
                .refuse(
                        WebSockets.isAskedFor(context.request())
                                ? new RefusedRequestException(
                                        400,
                                        ErrorCode.WEBSOCKET_NOT_SUPPORTED,
                                        "WebSockets are opened at " + PATH + ".")
                                : new RefusedRequestException(
                                        404, ErrorCode.NOT_FOUND, "Not found. GraphQL is served at " + PATH + "."));
    }
}
