package peel.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.LaunchMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import peel.launch.BuildTime;

/**
 * Computes entity tags from everything that determines a download's bytes: the build of the program, the identity of the
 * dataset's revision, and the address. A tag is therefore known before the database is asked.
 */
final class DownloadTags {

    private static final int BYTES = 16;

    private final String program;

    DownloadTags(String version) {
        // In dev mode the program changes without a build.
        String change = LaunchMode.current() == LaunchMode.DEVELOPMENT ? " " + System.nanoTime() : "";
        this.program = version + " " + BuildTime.VALUE + change;
    }

    /** The value of {@code ETag}, without quotes. Strong tags differ if the bytes do. */
    String of(Download download, UUID revision, boolean gzip) {
        // No part contains a line break.
        String identity = program + "\n" + revision + "\n" + download.path();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES))
                    + (gzip ? "-gzip" : "");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
