package peel.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * Reads requests as the GraphQL-over-HTTP specification has them. Every method throws {@link
 * RefusedRequestException}.
 */
@ApplicationScoped
class RequestReader {

    private static final String JSON = "application/json";

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final ObjectReader values = mapper.readerFor(Object.class);

    /** Refuses what need not be read: other methods, other content. */
    void check(HttpServerRequest request) {
        HttpMethod method = request.method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.POST)) {
            throw new RefusedRequestException(
                    405, ErrorCode.METHOD_NOT_ALLOWED, method + " is not allowed here: use GET or POST.");
        }
        if (method.equals(HttpMethod.POST)) {
            checkContentType(request.getHeader(HttpHeaders.CONTENT_TYPE));
        }
    }

    /**
     * Only JSON: a form on somebody else's page can't send it without being asked for permission
     * first.
     */
    private static void checkContentType(String contentType) {
        String[] parts = contentType == null
                ? new String[] {""}
                : contentType.toLowerCase(Locale.ROOT).split("\\s*;\\s*");
        if (!parts[0].trim().equals(JSON)) {
            throw new RefusedRequestException(
                    415,
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    (contentType == null ? "There is no Content-Type" : "The Content-Type is " + contentType)
                            + ": a POST has application/json.");
        }
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("charset=") && !parts[i].replace("\"", "").equals("charset=utf-8")) {
                throw new RefusedRequestException(
                        415, ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The charset has to be UTF-8.");
            }
        }
    }

    /** Reads a GET's parameters. */
    GraphQLRequest ofGet(HttpServerRequest request) {
        return new GraphQLRequest(
                request.getParam("query"),
                blankToNull(request.getParam("documentId")),
                blankToNull(request.getParam("operationName")),
                parameter(request, "variables"),
                parameter(request, "extensions"));
    }

    /** Reads a POST's body. */
    GraphQLRequest ofPost(Buffer body) {
        Object read;
        try {
            read = values.readValue(body.getBytes());
        } catch (IOException e) {
            throw malformed("The body is no JSON" + position(e) + ".");
        }
        if (!(read instanceof Map<?, ?> object)) {
            throw malformed("The body has to be one JSON object with a query: batches are not taken.");
        }
        return new GraphQLRequest(
                text(object, "query"),
                text(object, "documentId"),
                text(object, "operationName"),
                map(object.get("variables"), "variables"),
                map(object.get("extensions"), "extensions"));
    }

    private static String text(Map<?, ?> object, String name) {
        Object value = object.get(name);
        if (value != null && !(value instanceof String)) {
            throw malformed("\"" + name + "\" has to be a string.");
        }
        return (String) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value, String name) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?>)) {
            throw malformed("\"" + name + "\" has to be an object.");
        }
        return (Map<String, Object>) value;
    }

    private Map<String, Object> parameter(HttpServerRequest request, String name) {
        String text = blankToNull(request.getParam(name));
        try {
            return text == null ? Map.of() : map(values.readValue(text), name);
        } catch (IOException e) {
            throw malformed("\"" + name + "\" is no JSON" + position(e) + ".");
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String position(IOException e) {
        return e instanceof JsonProcessingException json && json.getLocation() != null
                ? " (line %d, column %d)"
                        .formatted(
                                json.getLocation().getLineNr(),
                                json.getLocation().getColumnNr())
                : "";
    }

    private static RefusedRequestException malformed(String message) {
        return new RefusedRequestException(400, ErrorCode.BAD_REQUEST, message);
    }
}
