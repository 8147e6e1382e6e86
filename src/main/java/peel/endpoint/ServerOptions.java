package peel.endpoint;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Options of the HTTP server for which Quarkus has no keys. */
@Singleton
class ServerOptions implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        // Browsers speak HTTP/2 only with TLS. Without it, it would only be one more way to attack the service.
        options.setHttp2ClearTextEnabled(false);
    }
}
