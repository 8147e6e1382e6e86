package peel.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections without sockets, in the order in which a server puts handlers into them. */
class ConnectionLimitTest {

    private static final String GET = "GET / HTTP/1.1\r\n\r\n";

    private final ConnectionLimit limit = new ConnectionLimit(3);
    private final EmbeddedChannel server = new EmbeddedChannel(limit);
    private final List<HttpRequest> requests = new ArrayList<>();

    private EmbeddedChannel accept() {
        EmbeddedChannel connection = new EmbeddedChannel();
        server.writeInbound(connection);
        connection
                .pipeline()
                .addLast(new HttpRequestDecoder(), new HttpResponseEncoder(), new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRead(ChannelHandlerContext context, Object message) {
                        if (message instanceof HttpRequest request) {
                            requests.add(request);
                        }
                    }
                });
        return connection;
    }

    private static void send(EmbeddedChannel connection, String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, US_ASCII));
    }

    private static void answer(EmbeddedChannel connection) {
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    }

    @Test
    void replacesTheConnectionThatHasWaitedLongestForARequest() {
        EmbeddedChannel served = accept();
        EmbeddedChannel incomplete = accept();
        EmbeddedChannel idle = accept();
        send(served, GET);
        send(incomplete, "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab");
        EmbeddedChannel fourth = accept();
        assertFalse(incomplete.isOpen());
        assertTrue(served.isOpen() && idle.isOpen() && fourth.isOpen());
        accept();
        assertFalse(idle.isOpen());
        assertTrue(served.isOpen(), "a request is being served");
        answer(served);
        accept();
        assertFalse(fourth.isOpen(), "older than the answer to the first");
        assertTrue(served.isOpen());
    }

    @Test
    void refusesAConnectionWhileAllOthersAreBeingServed() {
        List<EmbeddedChannel> busy = List.of(accept(), accept(), accept());
        busy.forEach(connection -> send(connection, GET));
        EmbeddedChannel refused = accept();
        assertFalse(refused.isOpen());
        busy.get(0).close();
        assertTrue(accept().isOpen());
    }

    @Test
    void closesAConnectionThatPipelinesManyRequests() {
        EmbeddedChannel connection = accept();
        send(connection, GET.repeat(16));
        assertTrue(connection.isOpen());
        for (int i = 0; i < 16; i++) {
            answer(connection);
        }
        send(connection, GET.repeat(10_000));
        assertFalse(connection.isOpen());
        assertEquals(32, requests.size(), "requests reached the server");
    }
}
