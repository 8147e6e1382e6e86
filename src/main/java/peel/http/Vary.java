package peel.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** The header {@code Vary} (RFC 9110, section 12.5.5). */
public final class Vary {

    private Vary() {}

    /** Adds a name to those that are listed already, such as {@code Origin} by the check of origins. */
    public static void add(HttpServerResponse response, String name) {
        @Nullable String listed = response.headers().get(HttpHeaders.VARY);
        response.putHeader(HttpHeaders.VARY, listed == null ? name : listed + ", " + name);
    }
}
