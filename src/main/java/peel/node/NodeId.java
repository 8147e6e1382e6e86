package peel.node;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import peel.error.BadUserInputException;

/**
 * The ids that clients see: a letter for the type and the row's key, in URL-safe Base64.
 *
 * @param type the type's letter
 * @param key the row's primary key
 */
public record NodeId(char type, UUID key) {

    private static final int LENGTH = 17;

    /** The id as clients see it, 23 characters. */
    public String encoded() {
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .put((byte) type)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads an id that a client sent back.
     *
     * @throws BadUserInputException if it isn't one of ours
     */
    public static NodeId decode(String id) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(id);
            if (bytes.length == LENGTH) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new NodeId((char) buffer.get(), new UUID(buffer.getLong(), buffer.getLong()));
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below.
        }
        throw unreadable(id);
    }

    /** The error for an id that isn't one of ours. */
    public static BadUserInputException unreadable(String id) {
        return new BadUserInputException(
                "\"" + id + "\" is no id of this service: ids are opaque, use them as they were given.");
    }
}
