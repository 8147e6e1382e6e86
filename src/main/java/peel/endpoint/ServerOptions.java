package peel.endpoint;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.List;
import peel.endpoint.subscription.WebSockets;

/** Options of the HTTP server for which Quarkus has no keys. */
@Singleton
class ServerOptions implements HttpServerOptionsCustomizer {

    /** In bytes. Messages of WebSockets are small, and are kept until they have arrived completely. */
    private static final int LARGEST_MESSAGE = 64 * 1_024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        // Browsers speak HTTP/2 only with TLS. Without it, it would only be one more way to attack the service.
        options.setHttp2ClearTextEnabled(false);
        // The framework adds protocols that are not spoken.
        options.setWebSocketSubProtocols(List.of(WebSockets.PROTOCOL));
        options.setMaxWebSocketFrameSize(LARGEST_MESSAGE);
        options.setMaxWebSocketMessageSize(LARGEST_MESSAGE);
        // Each connection would have memory of its own to compress small messages, which are the same for all.
        options.setPerMessageWebSocketCompressionSupported(false);
        options.setPerFrameWebSocketCompressionSupported(false);
    }
}
