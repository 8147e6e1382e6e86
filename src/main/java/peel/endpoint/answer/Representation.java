package peel.endpoint.answer;

/**
 * The form in which an answer is sent.
 *
 * @param body JSON, compressed if {@code gzip}; null for status 304
 * @param tag the entity tag, or null if the answer must not be stored
 */
public record Representation(byte[] body, String tag, boolean gzip) {}
