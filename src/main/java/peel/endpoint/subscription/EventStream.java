package peel.endpoint.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import peel.endpoint.answer.Answer;
import peel.endpoint.answer.AnswerTerms;
import peel.endpoint.request.MediaType;
import peel.endpoint.request.ReceivedRequest;
import peel.endpoint.request.RefusedRequestException;
import peel.endpoint.telemetry.Telemetry;
import peel.error.ErrorCode;
import peel.execution.BoundOperation;
import peel.http.Delivery;

/** One operation whose results are sent as events. */
final class EventStream implements Subscriber, OpenConnections.Connection {

    private static final int SERVER_ERROR = 500;
    private static final int SERVICE_UNAVAILABLE = 503;

    /** A comment, which clients ignore. */
    private static final byte[] COMMENT = ":\n\n".getBytes(UTF_8);

    private final EventStreams streams;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context eventLoop;
    private final String address;
    private final OperationRun run;

    // Set when the subscription begins.
    private @Nullable Subscription subscription;
    private long keepAlive = -1;
    private long end = -1;

    /** The page that is being sent. */
    private @Nullable Page sending;

    private boolean ended;

    EventStream(EventStreams streams, RoutingContext context, Telemetry.Request telemetry) {
        this.streams = streams;
        this.request = context.request();
        this.response = context.response();
        this.eventLoop = context.vertx().getOrCreateContext();
        this.address = request.remoteAddress().hostAddress();
        boolean get = !request.method().equals(HttpMethod.POST);
        this.run = new OperationRun(
                streams.responder,
                AnswerTerms.ofStream(get),
                telemetry,
                eventLoop,
                streams.timeoutMillis,
                this::answer);
    }

    void begin(ReceivedRequest received) {
        run.begin(received);
    }

    private void answer(Answer answer) {
        BoundOperation operation = run.subscription();
        if (operation != null) {
            subscribe(operation);
        } else if (answer.status() >= SERVER_ERROR) {
            refuse(answer);
        } else {
            // Also errors: a browser's EventSource reads no other answers (graphql-sse protocol).
            putHeaders();
            send(EventText.only(Objects.requireNonNull(answer.representation().body())));
        }
    }

    private void send(byte[] body) {
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
            return;
        }
        Delivery delivery = new Delivery(request, body, streams.sending, () -> {});
        if (delivery.isAdmitted()) {
            delivery.send();
        } else {
            refuse(streams.responder.refusal(streams.responder.overloaded()));
        }
    }

    /** Before the stream has begun, an error has a status, so that clients know that they can try again. */
    private void refuse(Answer answer) {
        byte[] body = Objects.requireNonNull(answer.representation().body());
        response.headers().remove("X-Accel-Buffering");
        response.setStatusCode(answer.status())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.GRAPHQL_RESPONSE.header());
        if (answer.retryAfterSeconds() > 0) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(answer.retryAfterSeconds()));
        }
        response.end(Buffer.buffer(body));
    }

    private void putHeaders() {
        response.setStatusCode(200)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.EVENT_STREAM.header())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                // nginx would wait until it has a buffer full of events.
                .putHeader("X-Accel-Buffering", "no");
    }

    private void subscribe(BoundOperation operation) {
        if (response.closed()) {
            return;
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            putHeaders();
            response.end();
            return;
        }
        try {
            streams.connections.open(this, address);
        } catch (RefusedRequestException tooMany) {
            refuse(streams.responder.refusal(tooMany));
            return;
        }
        String position = request.getHeader("Last-Event-ID");
        subscription =
                streams.subscriptions.open(operation, position == null || position.isBlank() ? null : position, this);
        if (subscription == null) {
            streams.connections.close(this, address);
            refuse(streams.responder.refusal(new RefusedRequestException(
                    SERVICE_UNAVAILABLE,
                    ErrorCode.TOO_MANY_REQUESTS,
                    "There are %1$d subscriptions; the limit is %1$d.".formatted(streams.subscriptions.limit()))));
            return;
        }
        putHeaders();
        response.setChunked(true);
        response.closeHandler(closed -> end());
        response.exceptionHandler(failed -> end());
        // So that proxies and clients see the head.
        response.write(Buffer.buffer(COMMENT));
        keepAlive = eventLoop.owner().setPeriodic(streams.keepAliveMillis, id -> keepAlive());
        end = eventLoop.owner().setTimer(streams.connections.duration(), id -> goAway());
        subscription.proceed();
    }

    private void keepAlive() {
        if (sending == null && !ended) {
            response.write(Buffer.buffer(COMMENT));
        }
    }

    @Override
    public void next(Page page) {
        eventLoop.runOnContext(run -> {
            if (ended) {
                page.isRead(this);
                return;
            }
            sending = page;
            byte[] events = page.stream();
            // Not copied: all subscribers send the same bytes.
            response.write(BufferImpl.buffer(Unpooled.wrappedBuffer(events))).onComplete(done -> {
                sending = null;
                page.isRead(this);
                if (!ended) {
                    Objects.requireNonNull(subscription).proceed();
                }
            });
        });
    }

    @Override
    public void fail(byte[] answer, byte[] errors) {
        eventLoop.runOnContext(run -> {
            if (!ended) {
                end();
                response.end(Buffer.buffer(EventText.only(answer)));
            }
        });
    }

    @Override
    public void disconnect() {
        streams.subscriptions.countDisconnected();
        Delivery.disconnect(request);
    }

    /** Without the event that says that the operation is complete, so that the client connects again. */
    @Override
    public void goAway() {
        eventLoop.runOnContext(run -> {
            if (!ended) {
                end();
                response.end();
            }
        });
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        eventLoop.owner().cancelTimer(keepAlive);
        eventLoop.owner().cancelTimer(end);
        Page unread = sending;
        if (unread != null) {
            unread.isRead(this);
        }
        if (subscription != null) {
            subscription.end();
        }
        streams.connections.close(this, address);
    }
}
