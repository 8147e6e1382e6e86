package peel.endpoint.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.endpoint.request.ReceivedRequest;
import peel.endpoint.request.RefusedRequestException;
import peel.error.ErrorCode;
import peel.error.Quotation;
import peel.execution.error.GraphQLErrors;
import peel.http.MemoryBudget;

/**
 * One WebSocket that speaks graphql-transport-ws. All of it happens on one event loop, except for what {@link Subscriber} and
 * {@link OpenConnections.Connection} say.
 */
final class WebSocketConnection implements OpenConnections.Connection {

    /** The longest id of an operation, in characters. Clients use numbers or UUIDs. */
    private static final int LONGEST_ID = 200;

    /** The longest reason of a close frame, in bytes (RFC 6455, section 5.5). */
    private static final int LONGEST_REASON = 123;

    /** After so many pings without any sign of life, the client is taken for lost. */
    private static final int UNANSWERED_PINGS = 3;

    private final WebSockets sockets;
    private final UpgradedRequest request;
    private final HttpConnection connection;
    private final String address;
    private final Context eventLoop;
    private final Map<String, SocketOperation> operations = new HashMap<>();

    // Set by begin, before anything else happens, except for the end of the service.
    @SuppressWarnings("NullAway.Init")
    private ServerWebSocket socket;

    private boolean initialised;
    private boolean ended;
    private int unansweredPings;
    private long keepAlive = -1;
    private long end = -1;

    /** Ends the connection unless the client initialises it, and later unless it begins an operation. */
    private long idle = -1;

    WebSocketConnection(
            WebSockets sockets, UpgradedRequest request, HttpConnection connection, String address, Context eventLoop) {
        this.sockets = sockets;
        this.request = request;
        this.connection = connection;
        this.address = address;
        this.eventLoop = eventLoop;
    }

    WebSockets sockets() {
        return sockets;
    }

    Context eventLoop() {
        return eventLoop;
    }

    void begin(ServerWebSocket opened) {
        socket = opened;
        socket.closeHandler(closed -> {
            end();
            request.end();
        });
        socket.exceptionHandler(failed -> disconnect());
        if (ended) {
            socket.close(CloseCode.GOING_AWAY.code());
            return;
        }
        if (!WebSockets.PROTOCOL.equals(socket.subProtocol())) {
            close(CloseCode.SUBPROTOCOL_NOT_ACCEPTABLE, "Subprotocol not acceptable");
            return;
        }
        socket.textMessageHandler(this::receive);
        socket.binaryMessageHandler(bytes -> close(CloseCode.INVALID_MESSAGE, "Messages must be text"));
        socket.pongHandler(pong -> unansweredPings = 0);
        keepAlive = eventLoop.owner().setPeriodic(sockets.keepAliveMillis, id -> ping());
        end = eventLoop.owner().setTimer(sockets.connections.duration(), id -> goAway());
        idle = eventLoop
                .owner()
                .setTimer(
                        sockets.initTimeoutMillis,
                        id -> close(CloseCode.INITIALISATION_TIMEOUT, "Connection initialisation timeout"));
    }

    private void ping() {
        if (++unansweredPings > UNANSWERED_PINGS) {
            disconnect();
        } else if (!ended) {
            socket.writePing(Buffer.buffer());
        }
    }

    private void receive(String message) {
        if (ended) {
            return;
        }
        unansweredPings = 0;
        try {
            Map<?, ?> read = sockets.reader.ofMessage(message.getBytes(UTF_8));
            switch (read.get("type") instanceof String type ? type : "") {
                case "connection_init" -> initialise(read);
                case "ping" -> {
                    payload(read);
                    write("{\"type\":\"pong\"}");
                }
                case "pong" -> payload(read);
                case "subscribe" -> subscribe(read);
                case "complete" -> complete(id(read));
                default ->
                    throw invalid("Unknown type of message: \"%s\""
                            .formatted(Quotation.of(String.valueOf(read.get("type")))));
            }
        } catch (RefusedRequestException malformed) {
            close(CloseCode.INVALID_MESSAGE, String.valueOf(malformed.getMessage()));
        }
        if (!ended && socket.writeQueueFull()) {
            // Sends faster than it reads.
            socket.pause();
            socket.drainHandler(drained -> socket.resume());
        }
    }

    private static RefusedRequestException invalid(String message) {
        return new RefusedRequestException(400, ErrorCode.BAD_REQUEST, message);
    }

    private static @Nullable Map<?, ?> payload(Map<?, ?> message) {
        Object payload = message.get("payload");
        if (payload == null) {
            return null;
        }
        if (payload instanceof Map<?, ?> object) {
            return object;
        }
        throw invalid("\"payload\" must be an object");
    }

    private static String id(Map<?, ?> message) {
        if (message.get("id") instanceof String id && !id.isEmpty() && id.length() <= LONGEST_ID) {
            return id;
        }
        throw invalid("\"id\" must be a string of 1 to %d characters".formatted(LONGEST_ID));
    }

    private void initialise(Map<?, ?> message) {
        payload(message);
        if (initialised) {
            close(CloseCode.TOO_MANY_INITIALISATIONS, "Too many initialisation requests");
            return;
        }
        initialised = true;
        write("{\"type\":\"connection_ack\"}");
        awaitOperation();
    }

    private void awaitOperation() {
        eventLoop.owner().cancelTimer(idle);
        idle = eventLoop
                .owner()
                .setTimer(sockets.idleTimeoutMillis, id -> close(CloseCode.GOING_AWAY, "No operation for too long"));
    }

    private void subscribe(Map<?, ?> message) {
        if (!initialised) {
            close(CloseCode.UNAUTHORIZED, "Unauthorized");
            return;
        }
        String id = id(message);
        Map<?, ?> payload = payload(message);
        if (payload == null) {
            throw invalid("\"payload\" is missing");
        }
        ReceivedRequest request = sockets.reader.ofObject(payload);
        if (operations.containsKey(id)) {
            close(CloseCode.SUBSCRIBER_EXISTS, "Subscriber for " + id + " already exists");
            return;
        }
        SocketOperation operation = new SocketOperation(this, id);
        if (operations.size() >= sockets.maxOperations) {
            operation.refuse(sockets.writer.writeList(List.of(GraphQLErrors.of(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "This WebSocket has %1$d operations; the limit is %1$d.".formatted(operations.size())))));
            return;
        }
        operations.put(id, operation);
        eventLoop.owner().cancelTimer(idle);
        operation.begin(request);
    }

    private void complete(String id) {
        SocketOperation operation = operations.get(id);
        if (operation != null) {
            operation.end();
        }
    }

    /** The operation has ended. */
    void forget(String id, SocketOperation operation) {
        if (operations.remove(id, operation) && operations.isEmpty() && !ended) {
            awaitOperation();
        }
    }

    /** Sends a message of the protocol. */
    private void write(String message) {
        send(message, message.length());
    }

    /** Sends a message about an operation. */
    Future<Void> send(String type, String id, @Nullable String payload) {
        StringBuilder message = new StringBuilder(payload == null ? 100 : payload.length() + 100);
        message.append("{\"id\":\"");
        JsonStringEncoder.getInstance().quoteAsString(id, message);
        message.append("\",\"type\":\"").append(type).append('"');
        if (payload != null) {
            message.append(",\"payload\":").append(payload);
        }
        message.append('}');
        return send(message.toString(), message.length());
    }

    private Future<Void> send(String message, int length) {
        if (ended) {
            return Future.failedFuture("The connection has ended");
        }
        MemoryBudget.Claim claim = sockets.sending.claim(this, this::disconnectSlow);
        if (!claim.add(length)) {
            disconnectSlow();
            return Future.failedFuture("There is not enough memory");
        }
        claim.awaitReader();
        return socket.writeTextMessage(message).onComplete(done -> claim.close());
    }

    /** Ends the connection at once because its client does not read. Called on any thread. */
    void disconnectSlow() {
        sockets.subscriptions.countDisconnected();
        disconnect();
    }

    // A close frame would have to wait for what was written before.
    private void disconnect() {
        ((HttpServerConnection) connection).channel().close();
    }

    private void close(CloseCode code, String reason) {
        if (!ended) {
            end();
            if (socket != null) {
                socket.close(code.code(), shortened(reason));
            }
        }
    }

    private static String shortened(String reason) {
        String shown = reason;
        while (shown.getBytes(UTF_8).length > LONGEST_REASON) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
        }
        return shown;
    }

    @Override
    public void goAway() {
        eventLoop.runOnContext(run -> close(CloseCode.GOING_AWAY, "Going away"));
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        List.copyOf(operations.values()).forEach(SocketOperation::end);
        for (long timer : new long[] {keepAlive, end, idle}) {
            eventLoop.owner().cancelTimer(timer);
        }
        sockets.connections.close(this, address);
    }
}
