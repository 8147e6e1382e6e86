package peel.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;

/**
 * Watches the bytes of one connection. Closes the connection if the head of a request takes too long to arrive, however
 * steadily its bytes come, or if its client sends many requests without waiting for the answers.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    /** Includes the TLS handshake. A connection on which nothing is sent is closed later (quarkus.http.idle-timeout). */
    private static final long HEAD_NANOS = Duration.ofSeconds(10).toNanos();

    /** Browsers and client libraries do not pipeline requests at all. */
    private static final int PIPELINED = 16;

    private final ConnectionLimit limit;
    private boolean protocolKnown;
    private boolean headExpected = true;
    private long headBegan;

    ConnectionGuard(ConnectionLimit limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!protocolKnown) {
            recognizeProtocol(context.pipeline());
        }
        if (headExpected) {
            long now = System.nanoTime();
            if (headBegan == 0) {
                headBegan = now;
            } else if (now - headBegan > HEAD_NANOS) {
                ReferenceCountUtil.release(bytes);
                context.close();
                return;
            }
        }
        context.fireChannelRead(bytes);
    }

    // With TLS, the server knows the protocol only after the handshake.
    private void recognizeProtocol(ChannelPipeline pipeline) {
        ChannelHandlerContext encoder = pipeline.context(HttpResponseEncoder.class);
        if (encoder != null) {
            protocolKnown = true;
            RepeatedRequests repeated = new RepeatedRequests(() -> {
                headBegan = 0;
                limit.isServed(pipeline.channel());
                limit.awaits(pipeline.channel());
            });
            pipeline.addBefore(pipeline.context(HttpRequestDecoder.class).name(), null, repeated);
            pipeline.addAfter(encoder.name(), null, new Requests(repeated));
        } else if (pipeline.context(Http2ConnectionHandler.class) != null) {
            // Its heads are single frames, and its streams are counted where requests are routed.
            protocolKnown = true;
            headExpected = false;
        }
    }

    /** Follows the requests and responses of HTTP/1.1. */
    private final class Requests extends ChannelDuplexHandler {

        private final RepeatedRequests repeated;
        private int unanswered;
        private int inOneRead;
        private boolean refused;

        Requests(RepeatedRequests repeated) {
            this.repeated = repeated;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request && !refused) {
                headExpected = false;
                headBegan = 0;
                request.setUri(RequestTarget.escaped(request.uri()));
                if (++unanswered > PIPELINED
                        || ++inOneRead > PIPELINED
                        || !context.channel().isWritable()) {
                    // Sends requests faster than it reads the answers.
                    refused = true;
                    context.close();
                }
            }
            if (refused) {
                // What was decoded from the same bytes still comes.
                ReferenceCountUtil.release(message);
                return;
            }
            if (message instanceof LastHttpContent) {
                headExpected = true;
                if (unanswered > 0) {
                    limit.isServed(context.channel());
                }
            }
            context.fireChannelRead(message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            inOneRead = 0;
            context.fireChannelReadComplete();
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            boolean informational = message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (informational && ((HttpResponse) message).status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
                // What arrives from now on are frames of a WebSocket.
                headExpected = false;
            }
            boolean last = message instanceof LastHttpContent && !informational && --unanswered == 0;
            if (last) {
                limit.awaits(context.channel());
            }
            context.write(message, promise);
            if (last) {
                repeated.isAnswered();
            }
        }
    }
}
