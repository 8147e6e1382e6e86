package peel.endpoint.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.endpoint.telemetry.Outcome;
import peel.http.Representation;

/**
 * What a request gets.
 *
 * @param status the HTTP status
 * @param outcome how the answer was obtained
 * @param cachedOperation the name of a cached answer's operation, empty if it has none; null for other answers
 * @param codes the codes of the answer's errors
 */
public record Answer(
        int status,
        Representation representation,
        Outcome outcome,
        @Nullable String cachedOperation,
        List<String> codes) {

    private static final int SERVICE_UNAVAILABLE = 503;

    static Answer executed(Representation representation) {
        return new Answer(200, representation, Outcome.EXECUTED, null, List.of());
    }

    /** The events of a subscription follow. */
    static Answer subscribed() {
        return executed(new Representation(null, null, false));
    }

    static Answer kept(Representation representation, String operation) {
        return new Answer(200, representation, Outcome.KEPT, operation, List.of());
    }

    /**
     * The client has the answer already.
     *
     * @param operation the operation's name, empty if it has none; null if it is unknown
     */
    static Answer unchanged(String tag, @Nullable String operation) {
        return new Answer(304, new Representation(null, tag, false), Outcome.UNCHANGED, operation, List.of());
    }

    static Answer failed(int status, byte[] body, List<String> codes) {
        return new Answer(status, new Representation(body, null, false), Outcome.FAILED, null, codes);
    }

    /** After how many seconds the client may try again, 0 if that is useless. */
    public int retryAfterSeconds() {
        return status == SERVICE_UNAVAILABLE ? 1 : 0;
    }
}
