package peel.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import peel.connection.KeptExchanges.KeptExchange;
import peel.connection.KeptExchanges.RequestBytes;

/**
 * Answers a request whose bytes are those of a {@link KeptExchanges kept exchange}, and records exchanges to be kept. It
 * stands between a connection of HTTP/1.1 and the decoder of requests. It only ever acts when the connection has no other
 * request and what arrives is one whole request: from the first read on that is anything else, for instance a part of a
 * request or two requests at once, this connection's requests are all decoded.
 */
final class RepeatedRequests extends ChannelDuplexHandler {

    /**
     * A request this long after the last decoded one is decoded too: only that tells the server, which closes idle
     * connections, that this one is not idle.
     */
    private static final long DECODED_NANOS = Duration.ofSeconds(1).toNanos();

    private final Runnable answered;

    private boolean wholeRequests = true;
    private boolean awaitsRequest = true;
    private long lastDecoded;

    /** Where repeated requests are looked up; null until the first answer that is worth keeping. */
    private @Nullable KeptExchanges exchanges;

    /** The request that is being decoded and answered; null if it is too long. */
    private byte @Nullable [] request;

    private @Nullable Recording recording;

    private final class Recording {

        private final UUID revision;
        private final LongConsumer served;
        private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

        Recording(UUID revision, LongConsumer served) {
            this.revision = revision;
            this.served = served;
        }
    }

    /**
     * Creates the handler of one connection.
     *
     * @param answered called when a repeated request was answered
     */
    RepeatedRequests(Runnable answered) {
        this.answered = answered;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (wholeRequests && message instanceof ByteBuf bytes && isAnswered(context, bytes)) {
            return;
        }
        context.fireChannelRead(message);
    }

    private boolean isAnswered(ChannelHandlerContext context, ByteBuf bytes) {
        request = null;
        recording = null;
        if (!awaitsRequest || bytes.readableBytes() > KeptExchanges.LONGEST_REQUEST) {
            wholeRequests = false;
            return false;
        }
        long now = System.nanoTime();
        byte[] read = ByteBufUtil.getBytes(bytes);
        if (exchanges != null
                && now - lastDecoded < DECODED_NANOS
                && context.channel().isWritable()) {
            KeptExchange kept = exchanges.find(new RequestBytes(read));
            if (kept != null) {
                bytes.release();
                context.writeAndFlush(Unpooled.wrappedBuffer(kept.answer()));
                answered.run();
                kept.served().accept(System.nanoTime() - now);
                return true;
            }
        }
        lastDecoded = now;
        awaitsRequest = false;
        if (RequestText.isSimple(read)) {
            request = read;
        } else {
            wholeRequests = false;
        }
        return false;
    }

    /** Records the answer that is about to be written. */
    void record(KeptExchanges keeper, UUID revision, LongConsumer served) {
        exchanges = keeper;
        if (wholeRequests && request != null) {
            recording = new Recording(revision, served);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        Recording running = recording;
        if (running != null) {
            if (message instanceof ByteBuf bytes
                    && running.answer.size() + bytes.readableBytes() <= KeptExchanges.LONGEST_ANSWER) {
                running.answer.writeBytes(ByteBufUtil.getBytes(bytes));
            } else {
                recording = null;
            }
        }
        context.write(message, promise);
    }

    /** All of the answer to the request has been written. */
    void isAnswered() {
        awaitsRequest = true;
        Recording complete = recording;
        recording = null;
        if (complete != null && request != null && exchanges != null) {
            exchanges.put(
                    new RequestBytes(request),
                    new KeptExchange(complete.answer.toByteArray(), complete.revision, complete.served));
        }
        request = null;
    }
}
