package peel.endpoint;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * What a request gets.
 *
 * @param status the HTTP status
 * @param body JSON, compressed if {@code gzip}
 * @param tag its entity tag, or null if it mustn't be kept
 * @param gzip whether the body is compressed
 * @param outcome how it came about
 * @param codes those of its errors
 */
record Answer(int status, Buffer body, String tag, boolean gzip, Outcome outcome, List<String> codes) {

    static Answer error(int status, Buffer body, List<String> codes) {
        return new Answer(status, body, null, false, Outcome.FAILED, codes);
    }
}
