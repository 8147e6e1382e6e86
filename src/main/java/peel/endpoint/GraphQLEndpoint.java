package peel.endpoint;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** The one way in: GraphQL over HTTP at {@code /graphql}, and the schema as a file below it. */
@ApplicationScoped
class GraphQLEndpoint {

    private static final Logger LOG = Logger.getLogger(GraphQLEndpoint.class);
    private static final String PATH = "/graphql";

    /** Before the framework's own routes at the same path, which so are never reached. */
    private static final int BEFORE_ALL = -1_000;

    private final Execution execution;
    private final AnswerWriter answers;
    private final RequestReader requests;
    private final String schema;

    GraphQLEndpoint(
            Execution execution,
            AnswerWriter answers,
            RequestReader requests,
            @OwnFetchers GraphQLSchema schema) {
        this.execution = execution;
        this.answers = answers;
        this.requests = requests;
        this.schema = print(schema);
    }

    private static String print(GraphQLSchema schema) {
        return new SchemaPrinter(
                        SchemaPrinter.Options.defaultOptions()
                                .includeSchemaDefinition(false)
                                .includeDirectives(false)
                                .includeDirectiveDefinitions(false)
                                .includeScalarTypes(true))
                .print(schema);
    }

    void route(@Observes Router router) {
        router.route(PATH).order(BEFORE_ALL).handler(this::handle);
        router.route(PATH + "/schema.graphql").order(BEFORE_ALL).handler(this::sendSchema);
        router.route(PATH + "/*")
                .order(BEFORE_ALL)
                .handler(context -> context.response().setStatusCode(404).end());
    }

    private void sendSchema(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end(schema);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        MediaType mediaType;
        try {
            mediaType = MediaType.negotiate(request.getHeader(HttpHeaders.ACCEPT));
            requests.check(request);
        } catch (RefusedRequest refused) {
            refuse(context, MediaType.JSON, refused);
            return;
        }
        if (request.method().equals(HttpMethod.GET)) {
            execute(context, mediaType, null);
        } else {
            // Quarkus pauses requests until somebody reads them.
            var body = request.body();
            request.resume();
            body.onSuccess(bytes -> execute(context, mediaType, bytes)).onFailure(context::fail);
        }
    }

    private void execute(RoutingContext context, MediaType mediaType, Buffer body) {
        context.vertx()
                .executeBlocking(() -> answer(context.request(), mediaType, body), false)
                .onSuccess(answer -> send(context, mediaType, answer.status, answer.body))
                .onFailure(
                        failure -> {
                            if (failure instanceof RefusedRequest refused) {
                                refuse(context, mediaType, refused);
                            } else {
                                LOG.error("A request failed outside of its execution", failure);
                                refuse(
                                        context,
                                        mediaType,
                                        new RefusedRequest(
                                                500, "INTERNAL", "Something went wrong."));
                            }
                        });
    }

    private Answer answer(HttpServerRequest request, MediaType mediaType, Buffer body) {
        GraphQLRequest read = body == null ? requests.ofGet(request) : requests.ofPost(body);
        ExecutionResult result = execution.execute(read);
        // The specification: a request that wasn't executed has no data entry, and 4xx unless the
        // client is an old one.
        int status = result.isDataPresent() || mediaType == MediaType.JSON ? 200 : 400;
        return new Answer(status, answers.write(result));
    }

    private void refuse(RoutingContext context, MediaType mediaType, RefusedRequest refused) {
        GraphQLError error = GraphQLErrors.of(refused.code(), refused.getMessage());
        if (refused.status() == HttpResponseStatus.METHOD_NOT_ALLOWED.code()) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, POST");
        }
        send(context, mediaType, refused.status(), answers.write(List.of(error)));
    }

    private static void send(RoutingContext context, MediaType mediaType, int status, Buffer body) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType.header())
                .end(body);
    }

    private record Answer(int status, Buffer body) {}
}
