package peel.endpoint.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import peel.endpoint.answer.Answer;
import peel.endpoint.answer.AnswerTerms;
import peel.endpoint.request.ReceivedRequest;
import peel.error.ErrorCode;
import peel.execution.BoundOperation;
import peel.execution.error.GraphQLErrors;

/** An operation of a WebSocket. */
final class SocketOperation implements Subscriber {

    private static final String ERRORS_ONLY = "{\"errors\":";

    private final WebSocketConnection connection;
    private final WebSockets sockets;
    private final String id;
    private final OperationRun run;
    private @Nullable Subscription subscription;

    /** The page that is being sent. */
    private @Nullable Page sending;

    private boolean ended;

    SocketOperation(WebSocketConnection connection, String id) {
        this.connection = connection;
        this.sockets = connection.sockets();
        this.id = id;
        this.run = new OperationRun(
                sockets.responder,
                AnswerTerms.ofStream(false),
                sockets.telemetry.new Request(),
                connection.eventLoop(),
                sockets.timeoutMillis,
                this::answer);
    }

    void begin(ReceivedRequest request) {
        run.begin(request);
    }

    private void answer(Answer answer) {
        if (ended) {
            return;
        }
        BoundOperation operation = run.subscription();
        if (operation != null) {
            subscribe(operation);
            return;
        }
        String body = new String(Objects.requireNonNull(answer.representation().body()), UTF_8);
        if (body.startsWith(ERRORS_ONLY) && body.endsWith("]}")) {
            // There is no "data" behind the errors: the operation was not executed.
            refuse(body.substring(ERRORS_ONLY.length(), body.length() - 1));
        } else {
            connection.send("next", id, body);
            connection.send("complete", id, null);
        }
        end();
    }

    private void subscribe(BoundOperation operation) {
        subscription = sockets.subscriptions.open(operation, null, this);
        if (subscription == null) {
            refuse(sockets.writer.writeList(List.of(GraphQLErrors.of(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "There are %1$d subscriptions; the limit is %1$d.".formatted(sockets.subscriptions.limit())))));
            end();
        } else {
            subscription.proceed();
        }
    }

    /**
     * Sends errors in place of a result.
     *
     * @param errors a list of errors as JSON
     */
    void refuse(byte[] errors) {
        refuse(new String(errors, UTF_8));
    }

    private void refuse(String errors) {
        connection.send("error", id, errors);
    }

    @Override
    public void next(Page page) {
        connection.eventLoop().runOnContext(run -> {
            if (ended) {
                page.isRead(this);
                return;
            }
            sending = page;
            Future<Void> sent = Future.succeededFuture();
            for (Page.Event event : page.events()) {
                sent = connection.send("next", id, event.text());
            }
            sent.onComplete(done -> {
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
        connection.eventLoop().runOnContext(run -> {
            if (!ended) {
                refuse(errors);
                end();
            }
        });
    }

    @Override
    public void disconnect() {
        connection.disconnectSlow();
    }

    /** Ends the operation without a message. */
    void end() {
        if (ended) {
            return;
        }
        ended = true;
        Page unread = sending;
        if (unread != null) {
            unread.isRead(this);
        }
        if (subscription != null) {
            subscription.end();
        }
        connection.forget(id, this);
    }
}
