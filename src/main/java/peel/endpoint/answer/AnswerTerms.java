package peel.endpoint.answer;

import org.jspecify.annotations.Nullable;
import peel.endpoint.request.MediaType;

/**
 * The parts of a request's head that determine its answer.
 *
 * @param get whether the method is GET or HEAD, otherwise it is POST
 * @param mediaType the media type of the answer
 * @param gzip whether the client accepts compressed answers
 * @param ifNoneMatch the value of {@code If-None-Match}
 * @param stream whether the client can take the events of a subscription
 */
public record AnswerTerms(
        boolean get,
        MediaType mediaType,
        boolean gzip,
        @Nullable String ifNoneMatch,
        boolean stream) {

    /** The terms of operations whose results are sent as events, in the same form whatever the client prefers. */
    public static AnswerTerms ofStream(boolean get) {
        return new AnswerTerms(get, MediaType.GRAPHQL_RESPONSE, false, null, true);
    }

    /** The terms of a request that gets one answer. */
    public AnswerTerms(boolean get, MediaType mediaType, boolean gzip, @Nullable String ifNoneMatch) {
        this(get, mediaType, gzip, ifNoneMatch, false);
    }
}
