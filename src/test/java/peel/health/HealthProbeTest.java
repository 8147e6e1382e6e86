package peel.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthProbeTest {

    @Test
    void asksTheManagementPortIfThereIsOne() throws IOException {
        HttpServer ready = answering(200);
        HttpServer notFound = answering(404);
        try {
            assertEquals(0, HealthProbe.run(Map.of("QUARKUS_HTTP_PORT", port(ready))));
            assertEquals(1, HealthProbe.run(Map.of("QUARKUS_HTTP_PORT", port(notFound))));
            assertEquals(
                    0,
                    HealthProbe.run(Map.of(
                            "QUARKUS_HTTP_PORT", port(notFound),
                            "QUARKUS_MANAGEMENT_PORT", port(ready))));
            assertEquals(
                    1,
                    HealthProbe.run(Map.of(
                            "QUARKUS_HTTP_PORT", port(ready),
                            "QUARKUS_MANAGEMENT_PORT", port(notFound))));
        } finally {
            ready.stop(0);
            notFound.stop(0);
        }
    }

    @Test
    void failsIfNoPortIsGivenByTheVariable() {
        assertEquals(1, HealthProbe.run(Map.of("QUARKUS_MANAGEMENT_PORT", "")));
    }

    private static HttpServer answering(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String port(HttpServer server) {
        return Integer.toString(server.getAddress().getPort());
    }
}
