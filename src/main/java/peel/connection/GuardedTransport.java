package peel.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts a {@link ConnectionGuard} into each connection of each server. Neither Quarkus nor Vert.x can limit the time in
 * which the head of a request must arrive, nor close an idle connection in favour of a new one.
 */
final class GuardedTransport extends JDKTransport {

    /** Found by Vert.x with {@link java.util.ServiceLoader}. */
    @RegisterForReflection
    public static final class Provider implements VertxServiceProvider {

        @Override
        public void init(VertxBuilder builder) {
            // A native transport must be asked for, and is not in the packagings.
            if (builder.findTransport() instanceof JDKTransport) {
                builder.findTransport(new GuardedTransport());
            }
        }
    }

    private static final int SEND_BUFFER = 256 * 1_024;
    private static final int SMALLEST_READ = 512;
    private static final int USUAL_READ = 2_048;
    private static final int LARGEST_READ = 16_384;

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        // Not by the mapping: in dev mode, Vert.x outlives the class loader that knows it.
        int configured = ConfigProvider.getConfig().getValue("peel.endpoint.max-connections", Integer.class);
        bootstrap.handler(new ConnectionLimit(configured));
        // What clients do not read fills the kernel's memory as well, and by default up to 4 MB for each of them.
        bootstrap.childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER);
        // An event loop reads little from a connection before it turns to the next one. By default it would read a
        // whole
        // megabyte from each of many senders while others wait.
        bootstrap.childOption(
                ChannelOption.RCVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(SMALLEST_READ, USUAL_READ, LARGEST_READ).maxMessagesPerRead(1));
    }
}
