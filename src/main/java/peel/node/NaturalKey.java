package peel.node;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Derives the primary key of a row from its natural key, so that IDs stay the same when data is imported into a new
 * database.
 */
public final class NaturalKey {

    private static final char SEPARATOR = '\u001f';

    private NaturalKey() {}

    /**
     * The key of a row.
     *
     * @param table the table's name, so that two tables never share a key
     * @param parts the natural key's columns in order; null where a column is
     */
    public static UUID of(String table, @Nullable Object... parts) {
        StringBuilder text = new StringBuilder(table);
        for (Object part : parts) {
            text.append(SEPARATOR);
            if (part != null) {
                text.append(part);
            }
        }
        ByteBuffer digest = ByteBuffer.wrap(md5().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static MessageDigest md5() {
        try {
            // Spreads keys, protects nothing.
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
