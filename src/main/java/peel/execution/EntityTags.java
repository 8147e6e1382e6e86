package peel.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import peel.launch.BuildTime;

/**
 * Computes entity tags from everything that determines an answer: operation, variables, its form, the identity of the
 * dataset's revision, and the build of the program. A tag is therefore known before the operation is executed.
 */
@ApplicationScoped
public class EntityTags {

    private static final String GZIP = "-gzip";

    private final String program;

    public EntityTags(@ConfigProperty(name = "quarkus.application.version", defaultValue = "") String version) {
        // In dev mode the program changes without a build.
        String change = LaunchMode.current() == LaunchMode.DEVELOPMENT ? " " + System.nanoTime() : "";
        this.program = version + " " + BuildTime.VALUE + change;
    }

    /**
     * The value of {@code ETag}, without quotes, of an answer that is not compressed.
     *
     * @param form the media type, and whatever else determines how the answer is written
     */
    public String of(GraphQLRequest request, String form, UUID revision) {
        MessageDigest digest = sha256();
        add(digest, program);
        add(digest, revision.toString());
        add(digest, form);
        add(digest, request.query());
        add(digest, request.operationName() == null ? "" : request.operationName());
        addValue(digest, request.variables());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    /** The tag of the same answer compressed; strong tags differ if the bytes do. */
    public static String compressed(String tag) {
        return tag + GZIP;
    }

    // The order of an object's keys is insignificant.
    private static void addValue(MessageDigest digest, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            add(digest, "{" + object.size());
            new TreeMap<>(object).forEach((key, element) -> {
                add(digest, key.toString());
                addValue(digest, element);
            });
        } else if (value instanceof List<?> list) {
            add(digest, "[" + list.size());
            list.forEach(element -> addValue(digest, element));
        } else if (value instanceof String text) {
            add(digest, "\"" + text);
        } else {
            add(digest, String.valueOf(value));
        }
    }

    // The length comes first, so that different texts never yield the same bytes.
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        int length = bytes.length;
        digest.update((byte) (length >>> 24));
        digest.update((byte) (length >>> 16));
        digest.update((byte) (length >>> 8));
        digest.update((byte) length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
