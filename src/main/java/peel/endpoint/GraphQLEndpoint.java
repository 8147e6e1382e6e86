package peel.endpoint;

import graphql.schema.GraphQLSchema;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import peel.endpoint.request.RefusedRequestException;
import peel.error.ErrorCode;
import peel.execution.document.DocumentConfig;

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

    private final Exchange.Services services;
    private final boolean schemaIsPublic;
    private final GraphQLSchema schema;

    GraphQLEndpoint(Exchange.Services services, DocumentConfig documents, GraphQLSchema schema) {
        this.services = services;
        this.schemaIsPublic = documents.introspection();
        this.schema = schema;
    }

    void route(@Observes Router router) {
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
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(SchemaFile.print(schema));
    }

    private void refuseOtherPath(RoutingContext context) {
        new Exchange(services, context)
                .refuse(new RefusedRequestException(
                        404, ErrorCode.NOT_FOUND, "Not found. GraphQL is served at " + PATH + "."));
    }
}
