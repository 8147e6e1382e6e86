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
 */
public record AnswerTerms(
        boolean get,
        MediaType mediaType,
        boolean gzip,
        @Nullable String ifNoneMatch) {}
