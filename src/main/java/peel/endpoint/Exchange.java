package peel.endpoint;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import peel.connection.KeptExchanges;
import peel.endpoint.answer.Answer;
import peel.endpoint.answer.AnswerTerms;
import peel.endpoint.answer.Responder;
import peel.endpoint.answer.Responder.Decision;
import peel.endpoint.request.CrossSite;
import peel.endpoint.request.MediaType;
import peel.endpoint.request.ReceivedRequest;
import peel.endpoint.request.RefusedRequestException;
import peel.endpoint.request.RequestReader;
import peel.endpoint.subscription.EventStreams;
import peel.endpoint.telemetry.Outcome;
import peel.endpoint.telemetry.Telemetry;
import peel.error.ErrorCode;
import peel.execution.Operations;
import peel.execution.memory.MemoryBudgets;
import peel.http.Delivery;
import peel.http.Gzip;
import peel.http.MemoryBudget;
import peel.http.UnreadBody;

/**
 * Receives one request and sends its answer. All of it happens on the request's event loop, except for the execution of
 * the operation, which happens on a worker thread.
 */
final class Exchange {

    private static final int METHOD_NOT_ALLOWED = 405;

    /** What all exchanges share. */
    @Singleton
    static class Services {

        private final Responder responder;
        private final RequestReader reader;
        private final Telemetry telemetry;
        private final MemoryBudgets memory;
        private final long maxBody;
        private final long timeoutMillis;
        private final String cacheControl;
        private final CrossSite crossSite;
        private final KeptExchanges exchanges;
        private final EventStreams streams;
        private final String vary;

        Services(
                Responder responder,
                RequestReader reader,
                Telemetry telemetry,
                Operations operations,
                MemoryBudgets memory,
                CrossSite crossSite,
                KeptExchanges exchanges,
                EventStreams streams,
                EndpointConfig config) {
            this.responder = responder;
            this.reader = reader;
            this.telemetry = telemetry;
            this.memory = memory;
            this.maxBody = config.maxBody().asLongValue();
            this.timeoutMillis = operations.timeoutMillis();
            this.cacheControl = cacheControl(config);
            this.crossSite = crossSite;
            this.exchanges = exchanges;
            this.streams = streams;
            this.vary = "Accept, Accept-Encoding" + (crossSite.isCorsEnabled() ? ", Origin" : "");
        }

        private static String cacheControl(EndpointConfig config) {
            String value = "public, max-age=" + config.maxAge().toSeconds();
            if (config.staleWhileRevalidate().isZero() && config.staleIfError().isZero()) {
                return value + ", must-revalidate";
            }
            // RFC 9111, section 5.2.2.2: with must-revalidate, a stale answer would never be used.
            return value + ", stale-while-revalidate="
                    + config.staleWhileRevalidate().toSeconds() + ", stale-if-error="
                    + config.staleIfError().toSeconds();
        }
    }

    private final Services services;
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Telemetry.Request telemetry;
    private MediaType mediaType = MediaType.JSON;
    private MemoryBudget.@Nullable Claim received;

    /** What has arrived of the body; null when it is complete or was given up. */
    private volatile @Nullable Buffer body;

    private long timer = -1;
    private boolean answered;

    /** Whether the client wants the results of the operation as events. */
    private boolean stream;

    /** What must end before the permit of an execution is released: the execution, and the delivery of the answer. */
    private int holders;

    private @Nullable Decision executed;

    /** The identity of the revision that an answer from memory is of, null for other answers. */
    private @Nullable UUID revision;

    Exchange(Services services, RoutingContext context) {
        this.services = services;
        this.context = context;
        this.request = context.request();
        this.telemetry = services.telemetry.new Request();
    }

    void begin() {
        AnswerTerms terms;
        try {
            MediaType preferred = MediaType.negotiate(request.getHeader(HttpHeaders.ACCEPT));
            stream = preferred == MediaType.EVENT_STREAM;
            // Of answers to requests that are refused before there is a stream.
            mediaType = stream ? MediaType.GRAPHQL_RESPONSE : preferred;
            services.crossSite.check(context);
            terms = terms();
        } catch (RefusedRequestException refused) {
            refuse(refused);
            return;
        }
        Decision decision = services.responder.new Decision(terms, telemetry);
        if (terms.get()) {
            answer(decision, null);
        } else {
            receive(decision);
        }
    }

    private AnswerTerms terms() {
        boolean get = services.reader.isGet(request.method().name());
        if (!get) {
            services.reader.checkContentType(request.getHeader(HttpHeaders.CONTENT_TYPE));
        }
        return new AnswerTerms(
                get,
                mediaType,
                Gzip.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING)),
                get ? request.getHeader(HttpHeaders.IF_NONE_MATCH) : null);
    }

    private void receive(Decision decision) {
        long limit = services.maxBody;
        String announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > limit) {
            refuse(tooLarge("has", announced, limit));
            return;
        }
        timer = context.vertx().setTimer(services.timeoutMillis, id -> refuse(incomplete()));
        Context eventLoop = context.vertx().getOrCreateContext();
        MemoryBudget.Claim claim = services.memory.receiving().claim(request.connection(), () -> {
            // On whichever thread needs the memory, which must be free at once.
            body = null;
            eventLoop.runOnContext(revoked -> refuse(overloaded()));
        });
        received = claim;
        body = Buffer.buffer();
        request.handler(bytes -> {
            Buffer before = body;
            if (answered || before == null) {
                return;
            }
            int length = before.length() + bytes.length();
            if (length > limit) {
                refuse(tooLarge("has at least", length, limit));
            } else if (claim.add(bytes.length())) {
                before.appendBuffer(bytes);
            } else {
                refuse(overloaded());
            }
        });
        request.endHandler(end -> {
            Buffer complete = body;
            if (!answered && complete != null) {
                answer(decision, complete);
            }
        });
        request.exceptionHandler(closed -> {
            answered = true;
            endReceiving();
        });
        // Quarkus pauses requests until a handler reads them.
        request.resume();
    }

    private RefusedRequestException incomplete() {
        return new RefusedRequestException(
                408,
                ErrorCode.REQUEST_TIMEOUT,
                "The request did not arrive completely within %d ms.".formatted(services.timeoutMillis));
    }

    private RefusedRequestException overloaded() {
        return new RefusedRequestException(
                503,
                ErrorCode.TOO_MANY_REQUESTS,
                "Incomplete requests take more memory than %d bytes, the limit, or those of this connection more than theirs. Try again in a second."
                        .formatted(services.memory.receiving().limit()));
    }

    private static RefusedRequestException tooLarge(String has, Object actual, long limit) {
        return new RefusedRequestException(
                413, ErrorCode.BODY_TOO_LARGE, "The body %s %s bytes; the limit is %d.".formatted(has, actual, limit));
    }

    /**
     * Answers the request, which is complete.
     *
     * @param complete the body, null for a GET
     */
    private void answer(Decision decision, @Nullable Buffer complete) {
        endReceiving();
        telemetry.arrived();
        ReceivedRequest received;
        try {
            received = complete == null
                    ? services.reader.ofGet(request::getParam)
                    : services.reader.ofPost(complete.getBytes());
        } catch (RefusedRequestException refused) {
            refuse(refused);
            return;
        }
        if (stream) {
            answered = true;
            services.streams.begin(context, received, telemetry);
            return;
        }
        Runnable whenShared = whenShared(decision);
        Answer atOnce = decision.answerAtOnce(received, whenShared);
        // The answer after a wait may be of a later revision.
        revision = atOnce == null ? null : decision.revision();
        proceed(decision, atOnce);
    }

    private void proceed(Decision decision, @Nullable Answer answer) {
        if (answer != null) {
            send(answer);
            return;
        }
        if (timer < 0) {
            timer = context.vertx().setTimer(services.timeoutMillis, id -> send(decision.timeout()));
        }
        if (!decision.waits()) {
            execute(decision);
        }
    }

    /** Goes on, on this exchange's event loop, when the execution that the request waits for has ended. */
    private Runnable whenShared(Decision decision) {
        Context eventLoop = context.vertx().getOrCreateContext();
        return () -> eventLoop.runOnContext(ended -> {
            if (!answered) {
                proceed(decision, decision.answerAfterWait(whenShared(decision)));
            }
        });
    }

    private void execute(Decision decision) {
        executed = decision;
        holders = 1;
        context.vertx().executeBlocking(decision::execute, false).onComplete(done -> {
            send(done.succeeded() ? done.result() : decision.failure(done.cause()));
            letGo();
        });
    }

    private void letGo() {
        if (executed != null && --holders == 0) {
            executed.end();
        }
    }

    void refuse(RefusedRequestException refused) {
        send(services.responder.refusal(refused));
    }

    private void send(Answer answer) {
        if (answered) {
            return;
        }
        byte[] body = answer.representation().body();
        Delivery delivery = body == null || request.method().equals(HttpMethod.HEAD)
                ? null
                : new Delivery(request, body, services.memory.sending(), this::letGo);
        if (delivery != null && !delivery.isAdmitted()) {
            if (answer.outcome() == Outcome.FAILED) {
                // Not even an error can be sent.
                answered = true;
                endReceiving();
                Delivery.disconnect(request);
            } else {
                refuse(services.responder.overloaded());
            }
            return;
        }
        answered = true;
        endReceiving();
        holders++;
        keep(answer);
        HttpServerResponse response = context.response().setStatusCode(answer.status());
        putHeaders(response, answer);
        if (body != null) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType.header());
            if (answer.representation().gzip()) {
                response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
        }
        if (delivery == null) {
            if (body != null) {
                response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
            }
            response.end().onComplete(done -> letGo());
        } else {
            if (executed != null) {
                delivery.holdsPermit();
            }
            delivery.send();
        }
        telemetry.answered(answer.status(), answer.outcome(), answer.cachedOperation(), answer.codes());
        if (answer.outcome() == Outcome.FAILED) {
            UnreadBody.drain(context);
        }
    }

    /** Has the exchange kept if the same request would get the same answer as long as the dataset stays as it is. */
    private void keep(Answer answer) {
        LongConsumer served = revision == null ? null : telemetry.repeated(answer.outcome(), answer.cachedOperation());
        if (served != null) {
            services.exchanges.keep(request.connection(), Objects.requireNonNull(revision), served);
        }
    }

    private void putHeaders(HttpServerResponse response, Answer answer) {
        String tag = answer.representation().tag();
        if (tag == null) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            response.putHeader(HttpHeaders.ETAG, "\"" + tag + "\"")
                    .putHeader(HttpHeaders.CACHE_CONTROL, services.cacheControl)
                    .putHeader(HttpHeaders.VARY, services.vary);
        }
        if (answer.outcome() == Outcome.KEPT) {
            response.putHeader("Cache-Status", "peel; hit");
        } else if (answer.outcome() == Outcome.EXECUTED && tag != null) {
            response.putHeader("Cache-Status", "peel; fwd=miss; stored");
        }
        if (answer.status() == METHOD_NOT_ALLOWED) {
            response.putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
        }
        if (answer.retryAfterSeconds() > 0) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(answer.retryAfterSeconds()));
        }
    }

    private void endReceiving() {
        cancelTimer();
        body = null;
        if (received != null) {
            received.close();
            received = null;
        }
    }

    private void cancelTimer() {
        if (timer >= 0) {
            context.vertx().cancelTimer(timer);
            timer = -1;
        }
    }
}
