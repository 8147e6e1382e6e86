package peel.endpoint.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The events of an event stream as the graphql-sse protocol has them in its distinct connections mode. */
final class EventText {

    /** Browsers dispatch no event without data. */
    private static final byte[] COMPLETE = "event: complete\ndata:\n\n".getBytes(UTF_8);

    private static final byte[] BEFORE = "event: next\ndata: ".getBytes(UTF_8);
    private static final byte[] AFTER = "\n\n".getBytes(UTF_8);

    private EventText() {}

    /**
     * Appends a result.
     *
     * @param id null if the stream cannot be resumed
     * @param answer JSON without line breaks, as this service writes it
     */
    static void next(ByteArrayOutputStream text, @Nullable String id, byte[] answer) {
        if (id != null) {
            text.writeBytes(("id: " + id + "\n").getBytes(UTF_8));
        }
        text.writeBytes(BEFORE);
        text.writeBytes(answer);
        text.writeBytes(AFTER);
    }

    /** A result, and the end of the operation. */
    static byte[] only(byte[] answer) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(answer.length + BEFORE.length + COMPLETE.length + 2);
        next(text, null, answer);
        text.writeBytes(COMPLETE);
        return text.toByteArray();
    }
}
