package peel.http;

import org.jspecify.annotations.Nullable;

/**
 * The form in which an answer is sent.
 *
 * @param body compressed if {@code gzip}; null for status 304
 * @param tag the entity tag, null if the answer must not be stored
 */
public record Representation(
        byte @Nullable [] body, @Nullable String tag, boolean gzip) {}
