package peel.endpoint.request;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import peel.error.ErrorCode;
import peel.error.Quotation;
import peel.http.HeaderParts;

/** The media types of answers. */
public enum MediaType {
    /** Of the GraphQL-over-HTTP specification: the status is 4xx or 5xx if the request was not executed. */
    GRAPHQL_RESPONSE("application/graphql-response+json"),
    /** For older clients: the status is 200 for every well-formed request. */
    JSON("application/json"),
    /** Of Server-Sent Events: the results of the operation are events. */
    EVENT_STREAM("text/event-stream");

    private final String name;

    MediaType(String name) {
        this.name = name;
    }

    /** The value of {@code Content-Type}. */
    public String header() {
        return name + "; charset=utf-8";
    }

    /**
     * Chooses the media type that the client prefers.
     *
     * @param accept the value of {@code Accept}
     * @throws RefusedRequestException if the client accepts none
     */
    public static MediaType negotiate(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        return Arrays.stream(accept.split(","))
                .map(Range::of)
                .filter(range -> range.quality > 0)
                .sorted(Comparator.comparingDouble((Range range) -> range.quality)
                        .reversed())
                .map(Range::match)
                .filter(type -> type != null)
                .findFirst()
                .orElseThrow(() -> new RefusedRequestException(
                        406,
                        ErrorCode.NOT_ACCEPTABLE,
                        "The header \"Accept: %s\" matches neither %s nor %s nor %s."
                                .formatted(Quotation.of(accept), GRAPHQL_RESPONSE.name, JSON.name, EVENT_STREAM.name)));
    }

    private record Range(String type, double quality) {

        static Range of(String text) {
            String[] parts = HeaderParts.of(text);
            double quality = HeaderParts.quality(parts);
            for (int i = 1; i < parts.length; i++) {
                if (parts[i].startsWith("charset=")
                        && !parts[i].replace("\"", "").equals("charset=utf-8")) {
                    quality = 0;
                }
            }
            return new Range(parts[0], quality);
        }

        @Nullable MediaType match() {
            return switch (type) {
                case "application/graphql-response+json" -> GRAPHQL_RESPONSE;
                case "application/json", "application/*", "*/*" -> JSON;
                case "text/event-stream" -> EVENT_STREAM;
                default -> null;
            };
        }
    }
}
