package peel.endpoint.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of a WebSocket that sends and receives the messages of a protocol as they are. */
final class WebSocketClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int TIMEOUT_SECONDS = 20;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final WebSocket socket;

    WebSocketClient(String protocol, String... headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        if (protocol != null) {
            builder.subprotocols(protocol);
        }
        try {
            socket = builder.buildAsync(URI.create("ws://localhost:" + RestAssured.port + "/graphql"), new Listener())
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A connection on which operations may begin. */
    static WebSocketClient initialised() throws Exception {
        WebSocketClient client = new WebSocketClient("graphql-transport-ws");
        client.send(Map.of("type", "connection_init"));
        assertEquals("connection_ack", client.next().at("/type").asText());
        return client;
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                received.add(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
        }
    }

    String protocol() {
        return socket.getSubprotocol();
    }

    void send(Object message) throws Exception {
        sendText(message instanceof String text ? text : JSON.writeValueAsString(message));
    }

    private void sendText(String text) throws Exception {
        socket.sendText(text, true).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    void sendBytes() throws Exception {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    void subscribe(String id, String query, Map<String, ?> variables) throws Exception {
        send(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query, "variables", variables)));
    }

    /** The next message. */
    JsonNode next() throws Exception {
        String message = received.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        assertNotNull(message, "no message");
        return JSON.readTree(message);
    }

    /** The code and reason with which the server closes the connection. */
    String awaitClose() throws Exception {
        try {
            return closed.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } finally {
            socket.abort();
        }
    }

    /** Whether the connection has ended, in whatever way. */
    boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
