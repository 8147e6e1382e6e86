package peel.endpoint.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import peel.error.ErrorCode;
import peel.error.Quotation;
import peel.http.HeaderParts;

/**
 * Reads requests in the forms of the GraphQL-over-HTTP specification. Every method throws {@link
 * RefusedRequestException} if the request is malformed.
 */
@ApplicationScoped
public class RequestReader {

    private static final String JSON = "application/json";

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    // The parser would keep the names that clients send for as long as the service runs.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final ObjectReader values = mapper.readerFor(Object.class);

    /** Whether the method is GET or HEAD, otherwise it is POST. */
    public boolean isGet(String method) {
        if (method.equals("POST")) {
            return false;
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw new RefusedRequestException(
                    405,
                    ErrorCode.METHOD_NOT_ALLOWED,
                    "The method \"%s\" is not allowed; use GET or POST.".formatted(Quotation.of(method)));
        }
        return true;
    }

    /**
     * Checks the content type of a POST. Only JSON is accepted, because a browser does not send it for a form of
     * another site without asking for permission first.
     *
     * @param contentType the value of {@code Content-Type}
     */
    public void checkContentType(@Nullable String contentType) {
        if (contentType == null) {
            throw unsupported("The header \"Content-Type\" is missing; a POST must have application/json.");
        }
        String[] parts = HeaderParts.of(contentType);
        if (!parts[0].equals(JSON)) {
            throw unsupported("The content type \"%s\" is not supported; a POST must have application/json."
                    .formatted(Quotation.of(contentType)));
        }
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("charset=") && !parts[i].replace("\"", "").equals("charset=utf-8")) {
                throw unsupported("The content type \"%s\" is not supported; the charset must be UTF-8."
                        .formatted(Quotation.of(contentType)));
            }
        }
    }

    private static RefusedRequestException unsupported(String message) {
        return new RefusedRequestException(415, ErrorCode.UNSUPPORTED_MEDIA_TYPE, message);
    }

    /**
     * Reads the query string of a GET.
     *
     * @param parameters returns the decoded value of a parameter, null if it is missing
     */
    public ReceivedRequest ofGet(Function<String, @Nullable String> parameters) {
        return new ReceivedRequest(
                parameters.apply("query"),
                blankToNull(parameters.apply("documentId")),
                blankToNull(parameters.apply("operationName")),
                parameter(parameters, "variables"),
                parameter(parameters, "extensions"));
    }

    /** Reads the body of a POST. */
    public ReceivedRequest ofPost(byte[] body) {
        return ofObject(object(
                body, "The body", "The body must be a JSON object with one request; batches are not supported."));
    }

    /** Reads a message of a WebSocket. */
    public Map<?, ?> ofMessage(byte[] message) {
        return object(message, "The message", "The message must be a JSON object.");
    }

    private Map<?, ?> object(byte[] json, String name, String otherwise) {
        Object read;
        try {
            read = values.readValue(json);
        } catch (IOException e) {
            throw malformed(name + " is not valid JSON" + position(e) + ".");
        }
        if (read instanceof Map<?, ?> object) {
            return object;
        }
        throw malformed(otherwise);
    }

    /** Reads a request that is a JSON object. */
    public ReceivedRequest ofObject(Map<?, ?> object) {
        return new ReceivedRequest(
                text(object, "query"),
                text(object, "documentId"),
                text(object, "operationName"),
                map(object.get("variables"), "variables"),
                map(object.get("extensions"), "extensions"));
    }

    private static @Nullable String text(Map<?, ?> object, String name) {
        Object value = object.get(name);
        if (value != null && !(value instanceof String)) {
            throw malformed("\"" + name + "\" must be a string.");
        }
        return (String) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object value, String name) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?>)) {
            throw malformed("\"" + name + "\" must be an object.");
        }
        return (Map<String, @Nullable Object>) value;
    }

    private Map<String, @Nullable Object> parameter(Function<String, @Nullable String> parameters, String name) {
        String text = blankToNull(parameters.apply(name));
        try {
            return text == null ? Map.of() : map(values.readValue(text), name);
        } catch (IOException e) {
            throw malformed("\"" + name + "\" is not valid JSON" + position(e) + ".");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
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
