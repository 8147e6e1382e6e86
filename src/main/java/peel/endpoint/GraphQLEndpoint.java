package peel.endpoint;

import graphql.GraphQLError;
import graphql.schema.GraphQLSchema;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * The one way in: GraphQL over HTTP at {@code /graphql}, and the schema as a file below it. What
 * needs no database is answered on the event loop; the rest is executed on a worker, of which only
 * so many are busy at once.
 */
@ApplicationScoped
class GraphQLEndpoint {

    private static final Logger LOG = Logger.getLogger(GraphQLEndpoint.class);
    private static final String PATH = "/graphql";

    /**
     * Before the framework's own routes at the same path, which so are never reached, and before
     * its limit of bodies; after its CORS filter.
     */
    private static final int ORDER = -10;

    /** The framework takes WebSockets before all filters. */
    private static final int BEFORE_ALL = -1_000;

    /** How long a refused client may go on sending until it is cut off. */
    private static final long DRAIN_MILLIS = 2_000;

    private final Execution execution;
    private final Documents documents;
    private final PersistedQueries persisted;
    private final RevisionWatch revision;
    private final EntityTags tags;
    private final AnswerCache cache;
    private final AnswerWriter answers;
    private final ClientErrors errors;
    private final RequestReader requests;
    private final EndpointConfig config;
    private final Telemetry telemetry;
    private final Semaphore permits;
    private final String cacheControl;
    private final GraphQLSchema schema;

    GraphQLEndpoint(
            Execution execution,
            Documents documents,
            PersistedQueries persisted,
            RevisionWatch revision,
            EntityTags tags,
            AnswerCache cache,
            AnswerWriter answers,
            ClientErrors errors,
            RequestReader requests,
            EndpointConfig config,
            Telemetry telemetry,
            EndpointMetrics metrics,
            GraphQLSchema schema) {
        this.execution = execution;
        this.documents = documents;
        this.persisted = persisted;
        this.revision = revision;
        this.tags = tags;
        this.cache = cache;
        this.answers = answers;
        this.errors = errors;
        this.requests = requests;
        this.config = config;
        this.telemetry = telemetry;
        this.permits = new Semaphore(config.maxConcurrentRequests());
        metrics.watch(permits, config.maxConcurrentRequests());
        this.cacheControl = "public, max-age=" + config.maxAge().toSeconds() + ", must-revalidate";
        this.schema = schema;
    }

    void route(@Observes Router router) {
        router.route(PATH + "*").order(BEFORE_ALL).handler(this::refuseWebSocket);
        router.route(PATH).order(ORDER).handler(context -> new Exchange(context).begin());
        if (config.introspection()) {
            router.get(PATH + "/schema.graphql").order(ORDER).handler(this::sendSchema);
        }
        router.route(PATH + "/*").order(ORDER).handler(this::sendNothing);
    }

    private void refuseWebSocket(RoutingContext context) {
        // Not every upgrade: Java's own client asks for HTTP/2 this way.
        if (context.request().headers().contains(HttpHeaders.UPGRADE, "websocket", true)) {
            new Exchange(context)
                    .refuse(new RefusedRequestException(
                            400, ErrorCode.WEBSOCKET_NOT_SUPPORTED, "There are no WebSockets here."));
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

    private void sendNothing(RoutingContext context) {
        new Exchange(context)
                .refuse(new RefusedRequestException(
                        404, ErrorCode.NOT_FOUND, "Nothing is here: GraphQL is at " + PATH + "."));
    }

    /** One request and its answer. Everything here happens on the request's event loop. */
    private final class Exchange {

        private final RoutingContext context;
        private final HttpServerRequest request;
        private final boolean acceptsGzip;
        private final Telemetry.Request told = telemetry.new Request();
        private MediaType mediaType = MediaType.JSON;
        private GraphQLRequest graphQL;
        private long timer = -1;
        private boolean answered;

        Exchange(RoutingContext context) {
            this.context = context;
            this.request = context.request();
            this.acceptsGzip = Gzip.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        }

        void begin() {
            try {
                mediaType = MediaType.negotiate(request.getHeader(HttpHeaders.ACCEPT));
                CrossSite.refuse(context);
                requests.check(request);
            } catch (RefusedRequestException refused) {
                refuse(refused);
                return;
            }
            if (request.method().equals(HttpMethod.GET)) {
                proceed(null);
            } else {
                receive();
            }
        }

        private void receive() {
            long limit = config.maxBody().asLongValue();
            String announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            if (announced != null && Long.parseLong(announced) > limit) {
                refuse(tooLarge("announces", announced, limit));
                return;
            }
            timer = context.vertx().setTimer(config.timeout().toMillis(), id -> refuse(incomplete()));
            Buffer body = Buffer.buffer();
            request.handler(bytes -> {
                if (answered) {
                    return;
                }
                body.appendBuffer(bytes);
                if (body.length() > limit) {
                    refuse(tooLarge("has at least", body.length(), limit));
                }
            });
            request.endHandler(end -> {
                if (!answered) {
                    proceed(body);
                }
            });
            request.exceptionHandler(gone -> answered = true);
            // Quarkus pauses requests until somebody reads them.
            request.resume();
        }

        private RefusedRequestException incomplete() {
            return new RefusedRequestException(
                    408,
                    ErrorCode.REQUEST_TIMEOUT,
                    "The request didn't arrive in whole within %d ms."
                            .formatted(config.timeout().toMillis()));
        }

        private static RefusedRequestException tooLarge(String has, Object actual, long limit) {
            return new RefusedRequestException(
                    413,
                    ErrorCode.BODY_TOO_LARGE,
                    "The body %s %s bytes; the limit is %d.".formatted(has, actual, limit));
        }

        private void proceed(Buffer body) {
            cancelTimer();
            told.arrived();
            try {
                graphQL = persisted.resolve(body == null ? requests.ofGet(request) : requests.ofPost(body));
                told.reads(graphQL);
                OptionalInt known = revision.current();
                if (known.isPresent() && answerWithoutExecuting(known.getAsInt())) {
                    return;
                }
            } catch (RefusedRequestException refused) {
                refuse(refused);
                return;
            } catch (RefusedOperationException refused) {
                send(refusal(refused));
                return;
            }
            if (permits.tryAcquire()) {
                execute();
            } else {
                refuse(new RefusedRequestException(
                        503,
                        ErrorCode.TOO_MANY_REQUESTS,
                        "%1$d requests are being executed; the limit is %1$d. Try again in a second."
                                .formatted(config.maxConcurrentRequests())));
            }
        }

        private boolean answerWithoutExecuting(int known) {
            cache.use(known);
            String tag = tags.of(graphQL, mediaType, known);
            if (isKnownToClient(tag)) {
                return true;
            }
            String compressed = EntityTags.compressed(tag);
            AnswerCache.Kept kept = acceptsGzip ? cache.get(compressed) : null;
            if (kept != null) {
                told.isOf(kept.operation());
                Buffer body = Buffer.buffer(kept.body());
                send(new Answer(200, body, compressed, true, Outcome.KEPT, List.of()));
                return true;
            }
            kept = cache.get(tag);
            if (kept == null) {
                return false;
            }
            told.isOf(kept.operation());
            send(packed(kept, tag, Outcome.KEPT));
            return true;
        }

        private boolean isKnownToClient(String tag) {
            String header = request.getHeader(HttpHeaders.IF_NONE_MATCH);
            // The condition has this meaning for GET only.
            if (header == null || !request.method().equals(HttpMethod.GET)) {
                return false;
            }
            for (String one : List.of(tag, EntityTags.compressed(tag))) {
                if (EntityTags.matches(header, one)) {
                    answered = true;
                    cacheHeaders(one).setStatusCode(304).end();
                    AnswerCache.Kept kept = cache.get(tag);
                    if (kept != null) {
                        told.isOf(kept.operation());
                    }
                    told.answered(304, Outcome.UNCHANGED, List.of());
                    return true;
                }
            }
            return false;
        }

        /** Compresses an answer if that is of use, and keeps what that gives. */
        private Answer packed(AnswerCache.Kept kept, String tag, Outcome outcome) {
            byte[] body = kept.body();
            if (!acceptsGzip || !Gzip.isWorthwhile(body.length)) {
                return new Answer(200, Buffer.buffer(body), tag, false, outcome, List.of());
            }
            byte[] compressed = Gzip.compress(body);
            String compressedTag = EntityTags.compressed(tag);
            cache.put(compressedTag, new AnswerCache.Kept(compressed, kept.operation()));
            return new Answer(200, Buffer.buffer(compressed), compressedTag, true, outcome, List.of());
        }

        private void execute() {
            timer = context.vertx().setTimer(config.timeout().toMillis(), id -> refuse(timeout()));
            context.vertx()
                    .executeBlocking(() -> told.within(this::answer), false)
                    .onComplete(done -> {
                        permits.release();
                        if (done.succeeded()) {
                            send(done.result());
                        } else {
                            refuse(refusal(done.cause()));
                        }
                    });
        }

        /** On a worker. */
        private Answer answer() {
            try {
                PreparedDocument document = documents.prepare(graphQL.query());
                if (!document.onlyQueries() && request.method().equals(HttpMethod.GET)) {
                    throw new RefusedRequestException(
                            405,
                            ErrorCode.METHOD_NOT_ALLOWED,
                            "Only documents with nothing but queries can be sent by GET.");
                }
                if (!document.errors().isEmpty()) {
                    return unexecuted(document.errors());
                }
                PreparedDocument.Operation operation = document.operation(graphQL.operationName());
                long cost = operation.cost().with(graphQL.variables());
                OperationMeters meters = told.isOf(operation.name(), cost);
                checkCost(cost);
                return written(execution.execute(graphQL, document.entry(), operation), meters);
            } catch (RefusedOperationException refused) {
                return refusal(refused);
            }
        }

        private void checkCost(long cost) {
            if (cost > config.maxCost()) {
                throw new RefusedOperationException(
                        ErrorCode.QUERY_TOO_COMPLEX,
                        "The operation asks for up to %d values; the limit is %d: ask for smaller pages or fewer fields."
                                .formatted(cost, config.maxCost()));
            }
        }

        private Answer written(Execution.Executed executed, OperationMeters operation) {
            List<GraphQLError> found = errors.of(executed.result());
            if (ClientErrors.has(found, ErrorCode.SERVICE_UNAVAILABLE)) {
                throw unavailable();
            }
            if (ClientErrors.has(found, ErrorCode.TIMEOUT)) {
                throw timeout();
            }
            if (!executed.result().isDataPresent()) {
                return unexecuted(found);
            }
            Buffer body = answers.write(found, executed.result().getData());
            if (!found.isEmpty()) {
                return Answer.error(200, body, ClientErrors.codes(found));
            }
            String tag = tags.of(graphQL, mediaType, executed.revision());
            AnswerCache.Kept kept = new AnswerCache.Kept(body.getBytes(), operation);
            cache.put(tag, kept);
            return packed(kept, tag, Outcome.EXECUTED);
        }

        // The specification: such an answer has no data entry, and 4xx unless the client is an old
        // one.
        private Answer unexecuted(List<GraphQLError> found) {
            return Answer.error(
                    mediaType == MediaType.JSON ? 200 : 400, answers.write(found), ClientErrors.codes(found));
        }

        private Answer refusal(RefusedOperationException refused) {
            return unexecuted(List.of(GraphQLErrors.of(refused.code(), refused.getMessage())));
        }

        private RefusedRequestException refusal(Throwable failure) {
            if (failure instanceof RefusedRequestException refused) {
                return refused;
            }
            String code = DatabaseFailure.codeOf(failure).orElse(ErrorCode.INTERNAL);
            if (code.equals(ErrorCode.SERVICE_UNAVAILABLE)) {
                LOG.warnf("PostgreSQL is away: %s", failure.getMessage());
                return unavailable();
            }
            if (code.equals(ErrorCode.TIMEOUT)) {
                return timeout();
            }
            String id = UUID.randomUUID().toString();
            LOG.errorf(failure, "Error %s", id);
            return new RefusedRequestException(
                    500, ErrorCode.INTERNAL, "Something went wrong. The service's log knows more under this id: " + id);
        }

        private static RefusedRequestException unavailable() {
            return new RefusedRequestException(
                    503, ErrorCode.SERVICE_UNAVAILABLE, "The database is away. Try again later.");
        }

        private RefusedRequestException timeout() {
            return new RefusedRequestException(
                    504,
                    ErrorCode.TIMEOUT,
                    "The request took longer than %d ms, the limit."
                            .formatted(config.timeout().toMillis()));
        }

        void refuse(RefusedRequestException refused) {
            if (answered) {
                return;
            }
            int status = refused.status();
            if (status == HttpResponseStatus.METHOD_NOT_ALLOWED.code()) {
                context.response().putHeader(HttpHeaders.ALLOW, "GET, POST");
            } else if (status == HttpResponseStatus.SERVICE_UNAVAILABLE.code()) {
                context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            }
            GraphQLError error = GraphQLErrors.of(refused.code(), refused.getMessage());
            send(Answer.error(status, answers.write(List.of(error)), List.of(refused.code())));
            drain();
        }

        /** The connection can be used again once the rest of the body was read. */
        private void drain() {
            if (request.isEnded()) {
                return;
            }
            long cutOff = context.vertx()
                    .setTimer(DRAIN_MILLIS, id -> request.connection().close());
            request.handler(bytes -> {});
            request.endHandler(end -> context.vertx().cancelTimer(cutOff));
            request.exceptionHandler(gone -> context.vertx().cancelTimer(cutOff));
            request.resume();
        }

        private void send(Answer answer) {
            if (answered) {
                return;
            }
            answered = true;
            cancelTimer();
            HttpServerResponse response = cacheHeaders(answer.tag());
            if (answer.tag() != null) {
                response.putHeader(
                        "Cache-Status", answer.outcome() == Outcome.KEPT ? "peel; hit" : "peel; fwd=miss; stored");
            }
            response.setStatusCode(answer.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, mediaType.header())
                    // The server would compress it otherwise.
                    .putHeader(HttpHeaders.CONTENT_ENCODING, answer.gzip() ? "gzip" : "identity")
                    .end(answer.body());
            told.answered(answer.status(), answer.outcome(), answer.codes());
        }

        private HttpServerResponse cacheHeaders(String tag) {
            HttpServerResponse response = context.response();
            if (tag == null) {
                return response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
            return response.putHeader(HttpHeaders.ETAG, "\"" + tag + "\"")
                    .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl)
                    .putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding");
        }

        private void cancelTimer() {
            if (timer >= 0) {
                context.vertx().cancelTimer(timer);
                timer = -1;
            }
        }
    }
}
