package peel.endpoint.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.Map;

/** A client that reads an event stream as the HTML standard says (section 9.2.6), from a socket of its own. */
final class EventStreamClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT_MILLIS = 20_000;

    /** An event as a browser dispatches it. */
    record Event(String type, String data, String lastId) {

        JsonNode json() {
            try {
                return JSON.readTree(data);
            } catch (IOException e) {
                throw new AssertionError(data, e);
            }
        }

        String at(String pointer) {
            return json().at(pointer).asText();
        }
    }

    private final Socket socket;
    private final BufferedReader lines;
    private final StringBuilder head = new StringBuilder();
    private String lastId = "";

    private EventStreamClient(String request) throws IOException {
        socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream().write(request.getBytes(UTF_8));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
            head.append(line).append('\n');
        }
    }

    /** What a browser's {@code EventSource} sends. */
    static EventStreamClient get(String query, String... headers) throws IOException {
        return new EventStreamClient("GET /graphql?query=" + URLEncoder.encode(query, UTF_8)
                + " HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(headers)
                                .map(header -> header + "\r\n")
                                .toList())
                + "\r\n");
    }

    /** HTTP/1.0, so that the body has no chunks. */
    static EventStreamClient post(String query, Map<String, ?> variables, String... headers) throws IOException {
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        return new EventStreamClient(
                "POST /graphql HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.getBytes(UTF_8).length + "\r\n"
                        + String.join(
                                "",
                                java.util.Arrays.stream(headers)
                                        .map(header -> header + "\r\n")
                                        .toList())
                        + "\r\n" + body);
    }

    String head() {
        return head.toString();
    }

    int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    /** The rest of the body. */
    String rest() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    /** The next line, of comments as well; null at the end. */
    String line() throws IOException {
        return lines.readLine();
    }

    /** The id with which a browser would connect again. */
    String lastId() {
        return lastId;
    }

    /** Reads until the server has sent an id. */
    String awaitId() throws IOException {
        while (lastId.isEmpty()) {
            String line = lines.readLine();
            assertNotNull(line, "the stream has ended");
            if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            }
        }
        return lastId;
    }

    /** The next event, null at the end of the stream. */
    Event next() throws IOException {
        String type = "message";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                if (data.length() > 0) {
                    data.setLength(data.length() - 1);
                    return new Event(type, data.toString(), lastId);
                }
                type = "message";
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "event" -> type = value;
                case "data" -> data.append(value).append('\n');
                case "id" -> lastId = value;
                default -> assertEquals("", field, "a comment");
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
