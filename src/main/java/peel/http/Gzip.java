package peel.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Compresses answers and files. The server does not, so that what is cached is compressed once and its tag identifies the
 * bytes that are sent.
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

    /** Whether a body of this many bytes becomes noticeably smaller. */
    public static boolean isWorthwhile(int length) {
        return length >= SMALLEST;
    }

    /** Compresses an answer, which is sent only a few times. */
    public static byte[] compressFast(byte[] body) {
        return compress(body, Deflater.BEST_SPEED);
    }

    /** Compresses what is written, while it is sent. */
    public static OutputStream compressing(OutputStream out) throws IOException {
        return new Leveled(out, Deflater.BEST_SPEED);
    }

    /** Compresses a file, which is sent as long as the service runs. */
    static byte[] compressWell(byte[] body) {
        return compress(body, Deflater.BEST_COMPRESSION);
    }

    private static byte[] compress(byte[] body, int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new Leveled(bytes, level)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class Leveled extends GZIPOutputStream {

        Leveled(OutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }
}
