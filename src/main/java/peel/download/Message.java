package peel.download;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** An answer for people, instead of what they asked for. */
final class Message {

    private Message() {}

    static void send(HttpServerResponse response, int status, String text) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(text + "\n");
    }
}
