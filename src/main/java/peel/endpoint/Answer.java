package peel.endpoint;

import io.vertx.core.buffer.Buffer;

/**
 * What a request gets.
 *
 * @param status the HTTP status
 * @param body JSON, compressed if {@code gzip}
 * @param tag its entity tag, or null if it mustn't be kept
 * @param gzip whether the body is compressed
 * @param cached whether it was there already
 */
record Answer(int status, Buffer body, String tag, boolean gzip, boolean cached) {

    static Answer error(int status, Buffer body) {
        return new Answer(status, body, null, false, false);
    }
}
