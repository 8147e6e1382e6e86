package peel.endpoint.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import peel.endpoint.request.HeaderParts;

/**
 * Compresses answers. The endpoint does this, not the server, so that a cached answer is compressed once and its tag
 * identifies the bytes that are sent.
 */
public final class Gzip {

    /** In bytes. Smaller answers fit into one packet anyway. */
    private static final int SMALLEST = 1_400;

    private Gzip() {}

    /** Whether the value of {@code Accept-Encoding} accepts gzip. */
    public static boolean isAccepted(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String coding : acceptEncoding.split(",")) {
            String[] parts = HeaderParts.of(coding);
            if (parts[0].equals("gzip") || parts[0].equals("*")) {
                return HeaderParts.quality(parts) > 0;
            }
        }
        return false;
    }

    static boolean isWorthwhile(int length) {
        return length >= SMALLEST;
    }

    static byte[] compress(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new Fast(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class Fast extends GZIPOutputStream {

        Fast(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
