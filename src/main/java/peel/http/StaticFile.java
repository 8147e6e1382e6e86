package peel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that does not change while the service runs. Each form, compressed and plain, is made once, when the first client
 * asks for it, and is then shared by all.
 */
public final class StaticFile {

    /** Cached without asking again: its address changes with its content. */
    public static final String IMMUTABLE = "public, max-age=31536000, immutable";

    /** Cached, but used only after the service has confirmed that it is current. */
    public static final String REVALIDATED = "no-cache";

    /** For files without a version in their address whose age does no harm. */
    public static final String FOR_A_DAY = "public, max-age=86400";

    /**
     * In bytes. A client that does not read holds no more of the file in memory, whatever the file's size; the server
     * would otherwise copy all of it for each connection.
     */
    private static final int PART = 16 * 1_024;

    private static final int HASH_BYTES = 12;

    private final String mediaType;
    private final String cacheControl;
    private final Supplier<byte[]> content;

    private @Nullable String hash;
    private volatile @Nullable Form plain;
    private volatile @Nullable Form compressed;

    /** What is sent, and its entity tag. */
    private record Form(byte[] bytes, String tag, boolean gzip) {}

    /**
     * Describes a file.
     *
     * @param content returns the same bytes at each call; called on worker threads only
     */
    public StaticFile(String mediaType, String cacheControl, Supplier<byte[]> content) {
        this.mediaType = mediaType;
        this.cacheControl = cacheControl;
        this.content = content;
    }

    /**
     * Reads a resource of the class path, such as {@code /folder/file}.
     *
     * @throws IllegalStateException if it does not exist
     */
    public static byte[] resource(String name) {
        try (InputStream in = StaticFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash of the content, for the file's address. Reads the file when it is called first. */
    public synchronized String hash() {
        if (hash == null) {
            hash = hash(content.get());
        }
        return hash;
    }

    /** Answers a GET or HEAD with the file. */
    public void send(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean gzip = Gzip.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        Form ready = gzip ? compressed : plain;
        if (ready != null) {
            send(request, ready);
            return;
        }
        context.vertx()
                .executeBlocking(() -> gzip ? compressed() : plain(), false)
                .onSuccess(form -> send(request, form))
                .onFailure(context::fail);
    }

    // Those who come at the same time wait for the first.
    private synchronized Form compressed() {
        Form ready = compressed;
        if (ready == null) {
            ready = new Form(Gzip.compressWell(content.get()), hash() + "-gzip", true);
            compressed = ready;
        }
        return ready;
    }

    private synchronized Form plain() {
        Form ready = plain;
        if (ready == null) {
            ready = new Form(content.get(), hash(), false);
            plain = ready;
        }
        return ready;
    }

    private void send(HttpServerRequest request, Form form) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.putHeader(HttpHeaders.ETAG, "\"" + form.tag + "\"").putHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        Vary.add(response, "Accept-Encoding");
        String condition = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (condition != null && (IfNoneMatch.isAny(condition) || IfNoneMatch.lists(condition, form.tag))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(form.bytes.length));
        if (form.gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            sendFrom(response, form.bytes, 0);
        }
    }

    private static void sendFrom(HttpServerResponse response, byte[] bytes, int first) {
        int start = first;
        while (!response.closed()) {
            int end = Math.min(bytes.length, start + PART);
            Buffer part = Buffer.buffer(Arrays.copyOfRange(bytes, start, end));
            if (end == bytes.length) {
                response.end(part);
                return;
            }
            // Complete when the connection has taken the part.
            Future<Void> taken = response.write(part);
            if (!taken.isComplete()) {
                taken.onSuccess(ready -> sendFrom(response, bytes, end));
                return;
            }
            start = end;
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The content of a text, which is small. */
    public static Supplier<byte[]> text(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return () -> bytes;
    }
}
