package peel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaticFileTest {

    private static final byte[] CONTENT =
            "All work and no play. ".repeat(50_000).getBytes(UTF_8);

    /** Every server of the tests' JVM reads it (peel.connection). */
    private static final String MAX_CONNECTIONS = "peel.endpoint.max-connections";

    private final AtomicInteger reads = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void serve() throws Exception {
        System.setProperty(MAX_CONNECTIONS, "100");
        StaticFile file = new StaticFile("text/plain", StaticFile.IMMUTABLE, () -> {
            reads.incrementAndGet();
            return CONTENT;
        });
        Router router = Router.router(vertx);
        router.route("/file").handler(file::send);
        HttpServer server = vertx.createHttpServer().requestHandler(router);
        port = server.listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        System.clearProperty(MAX_CONNECTIONS);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void isReadAndCompressedOnceForAllClients() throws Exception {
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(ask("GET", "Accept-Encoding: gzip\r\n"));
        }
        String first = null;
        for (Socket client : clients) {
            try (client) {
                String answer = new String(client.getInputStream().readAllBytes(), UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
                first = first == null ? answer : first;
                assertEquals(first, answer);
            }
        }
        // Once for the hash and once for the compressed form.
        assertEquals(2, reads.get());
    }

    @Test
    void isSentWholeInParts() throws Exception {
        try (Socket client = ask("GET", "")) {
            byte[] answer = client.getInputStream().readAllBytes();
            String text = new String(answer, UTF_8);
            assertTrue(text.contains("content-length: " + CONTENT.length), text.substring(0, 300));
            assertEquals(new String(CONTENT, UTF_8), text.substring(text.indexOf("\r\n\r\n") + 4));
        }
    }

    @Test
    void hasNoBodyForHead() throws Exception {
        try (Socket client = ask("HEAD", "")) {
            InputStream in = client.getInputStream();
            String text = new String(in.readAllBytes(), UTF_8);
            assertTrue(text.contains("content-length: " + CONTENT.length), text);
            assertTrue(text.endsWith("\r\n\r\n"), text);
        }
    }

    private Socket ask(String method, String headers) throws Exception {
        Socket socket = new Socket(InetAddress.getByName("localhost"), port);
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write((method + " /file HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n")
                        .getBytes(UTF_8));
        return socket;
    }
}
