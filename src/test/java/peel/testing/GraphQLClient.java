package peel.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/**
 * Sends requests to the service over HTTP, so that the tests also run against the packaged service:
 *
 * <pre>
 * query("{ force(name: \"bedfordshire\") { name } }").at("force.name")
 * </pre>
 */
public final class GraphQLClient {

    // Decimals keep their digits: 63.0 differs from 63.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Reuses connections, unlike REST Assured: some tests send thousands of requests. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private GraphQLClient() {}

    /** Returns the data; fails if the answer has errors. */
    public static Answer query(String text) {
        return query(text, Map.of());
    }

    /** Returns the data; fails if the answer has errors. */
    public static Answer query(String text, Map<String, ?> variables) {
        JsonNode answer = post(text, variables);
        assertTrue(answer.path("errors").isMissingNode(), () -> text + "\n" + answer);
        return new Answer(answer.path("data"));
    }

    /** Returns the message of the only error, which must have the code BAD_USER_INPUT. */
    public static String refusal(String text) {
        return refusal(text, Map.of());
    }

    /** Returns the message of the only error, which must have the code BAD_USER_INPUT. */
    public static String refusal(String text, Map<String, ?> variables) {
        JsonNode answer = post(text, variables);
        assertEquals(1, answer.path("errors").size(), () -> text + "\n" + answer);
        JsonNode error = answer.path("errors").path(0);
        assertEquals("BAD_USER_INPUT", error.path("extensions").path("code").asText(), () -> text + "\n" + answer);
        return error.path("message").asText();
    }

    /** Makes the text of a query unique, so that no cache contains its answer. */
    public static String unasked(String text) {
        return text + "\n# " + UUID.randomUUID();
    }

    private static JsonNode post(String text, Map<String, ?> variables) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/graphql"))
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .header("Accept-Encoding", "gzip")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            JSON.writeValueAsBytes(Map.of("query", text, "variables", variables))))
                    .build();
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            byte[] body = unzipped(response);
            assertEquals(200, response.statusCode(), () -> text + "\n" + new String(body, UTF_8));
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unzipped(HttpResponse<byte[]> response) throws IOException {
        if (!response.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"))) {
            return response.body();
        }
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return body.readAllBytes();
        }
    }

    /**
     * The data of an answer. A path names fields and, for one element of a list, its index: {@code
     * force.judgments.0.grade}.
     */
    public record Answer(JsonNode data) {

        /** The only value at a path, as in the JSON text; "null" if it is null. */
        public String at(String path) {
            List<String> values = all(path);
            assertEquals(1, values.size(), () -> path + " in " + data);
            return values.get(0);
        }

        public int number(String path) {
            return Integer.parseInt(at(path));
        }

        /** The values at a path through lists, in the order of the answer. */
        public List<String> all(String path) {
            return parts(path).stream().map(Answer::text).toList();
        }

        /** The objects at a path, or the elements of the lists there. */
        public List<Answer> each(String path) {
            return parts(path).stream().map(Answer::new).toList();
        }

        private static String text(JsonNode part) {
            assertTrue(part.isValueNode(), () -> "not one value: " + part);
            return part.asText();
        }

        private List<JsonNode> parts(String path) {
            List<JsonNode> parts = List.of(data);
            for (String name : path.split("\\.")) {
                List<JsonNode> next = new ArrayList<>();
                for (JsonNode part : parts) {
                    if (part.isArray() && name.matches("\\d+")) {
                        next.add(part.get(Integer.parseInt(name)));
                    } else {
                        // The fields of a null are null.
                        elements(part).forEach(e -> next.add(e.isNull() ? e : e.get(name)));
                    }
                }
                assertTrue(!next.contains(null), () -> "no " + path + " in " + data);
                parts = next;
            }
            return parts.stream().flatMap(part -> elements(part).stream()).toList();
        }

        private static List<JsonNode> elements(JsonNode part) {
            List<JsonNode> elements = new ArrayList<>();
            (part.isArray() ? part : List.of(part)).forEach(elements::add);
            return elements;
        }

        @Override
        public String toString() {
            return data.toString();
        }
    }
}
