package peel.node;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import peel.error.BadUserInputException;
import peel.error.Quotation;

/**
 * An ID as clients see it: the type's letter and the row's key, in URL-safe Base64.
 *
 * @param type the type's letter
 * @param key the row's primary key
 */
public record NodeId(char type, UUID key) {

    private static final int LENGTH = 17;

    /** The length of an encoded ID, with room for padding. */
    private static final int LONGEST = 24;

    /** Encodes the ID in 23 characters. */
    public String encoded() {
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .put((byte) type)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Decodes an ID that a client sent.
     *
     * @throws BadUserInputException if this service has not issued the ID
     */
    public static NodeId decode(String id) {
        try {
            byte[] bytes =
                    id.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(id);
            if (bytes.length == LENGTH) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new NodeId((char) buffer.get(), new UUID(buffer.getLong(), buffer.getLong()));
            }
        } catch (IllegalArgumentException notBase64) {
            // Reported below.
        }
        throw unreadable(id);
    }

    /** The error for an ID that this service has not issued. */
    public static BadUserInputException unreadable(String id) {
        return new BadUserInputException("\"" + Quotation.of(id)
                + "\" is not an ID of this service: IDs are opaque, send them as they were returned.");
    }
}
