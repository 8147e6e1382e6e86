package peel.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The bound of a server's connections. When it is reached, the connection that has been waiting longest for its client
 * to send a complete request is closed in favour of the new one. Clients that only hold connections open can therefore
 * not keep others out.
 */
final class ConnectionLimit extends ChannelInboundHandlerAdapter {

    /** Files and connections that the process needs itself. */
    private static final int RESERVED_DESCRIPTORS = 200;

    private final int limit;

    // Both are guarded by this object's lock, which is held for nanoseconds.
    private final Set<Channel> waiting = new LinkedHashSet<>();
    private int open;

    ConnectionLimit(int configured) {
        this.limit = Math.min(configured, descriptors());
    }

    private static int descriptors() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? (int) Math.max(
                        RESERVED_DESCRIPTORS,
                        Math.min(Integer.MAX_VALUE, unix.getMaxFileDescriptorCount() - RESERVED_DESCRIPTORS))
                : Integer.MAX_VALUE;
    }

    /** Receives an accepted connection, before the server does. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        Channel connection = (Channel) accepted;
        Channel closed = null;
        synchronized (this) {
            if (open >= limit) {
                Iterator<Channel> oldest = waiting.iterator();
                if (!oldest.hasNext()) {
                    connection.unsafe().closeForcibly();
                    return;
                }
                closed = oldest.next();
                oldest.remove();
            }
            open++;
            waiting.add(connection);
        }
        if (closed != null) {
            closed.close();
        }
        connection.closeFuture().addListener(end -> ended(connection));
        connection.pipeline().addLast(new ConnectionGuard(this));
        context.fireChannelRead(accepted);
    }

    /** The connection waits for its client to send a request, or the rest of it. */
    synchronized void awaits(Channel connection) {
        // An answer may be written just after its client has hung up.
        if (connection.isOpen()) {
            waiting.add(connection);
        }
    }

    /** The connection does not wait for its client any more. */
    synchronized void isServed(Channel connection) {
        waiting.remove(connection);
    }

    private synchronized void ended(Channel connection) {
        waiting.remove(connection);
        open--;
    }
}
