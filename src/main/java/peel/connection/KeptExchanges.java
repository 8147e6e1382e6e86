package peel.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import peel.execution.ExecutionConfig;
import peel.execution.RevisionSource;
import peel.execution.memory.CacheSize;

/**
 * Keeps whole exchanges of HTTP/1.1, the bytes of a request and those of its answer, while the dataset's revision is the
 * one that the answer is of. A request with the same bytes, every header included, is answered by {@link RepeatedRequests}
 * before anything is decoded, which is two to three times as fast: clients and caches send the same bytes again and
 * again. Whatever differs in one byte is decoded and answered as usual.
 */
@Singleton
public class KeptExchanges {

    /** In bytes. Longer requests are decoded each time. */
    static final int LONGEST_REQUEST = 8 * 1_024;

    /** In bytes. Longer answers take so long to send that finding them fast saves little. */
    static final int LONGEST_ANSWER = 64 * 1_024;

    /** Estimated bytes of an entry in addition to request and answer. */
    private static final int OVERHEAD = 250;

    /** The part of the memory for kept answers that exchanges take besides. */
    private static final int SHARE = 4;

    /** The bytes of a request. Comparable, so that requests with one hash, made on purpose, are still found fast. */
    record RequestBytes(byte[] bytes, int hash) implements Comparable<RequestBytes> {

        RequestBytes(byte[] bytes) {
            this(bytes, Arrays.hashCode(bytes));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof RequestBytes request && hash == request.hash && Arrays.equals(bytes, request.bytes);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public int compareTo(RequestBytes other) {
            return Arrays.compare(bytes, other.bytes);
        }
    }

    /**
     * An answer as it was sent.
     *
     * @param revision the identity of the revision that it is of
     * @param served counts it, with the nanoseconds that answering took
     */
    record KeptExchange(byte[] answer, UUID revision, LongConsumer served) {}

    private final RevisionSource revisions;
    private final @Nullable Cache<RequestBytes, KeptExchange> exchanges;

    KeptExchanges(
            RevisionSource revisions,
            ExecutionConfig config,
            @ConfigProperty(name = "quarkus.http.access-log.enabled", defaultValue = "false") boolean accessLog) {
        this.revisions = revisions;
        long size = CacheSize.of(config.answerCache()) / SHARE;
        // Each request is to be in an access log.
        this.exchanges = size == 0 || accessLog
                ? null
                : Caffeine.newBuilder()
                        .maximumWeight(size)
                        .weigher((RequestBytes request, KeptExchange exchange) ->
                                request.bytes.length + exchange.answer.length + OVERHEAD)
                        .recordStats()
                        .build();
    }

    /** The cache for metrics, null if exchanges are not kept. */
    public @Nullable Cache<?, ?> cache() {
        return exchanges;
    }

    /**
     * Keeps the exchange whose answer is about to be sent, if its request came in one piece. Must be called on the event
     * loop of the connection.
     *
     * @param revision the identity of the revision that the answer is of
     * @param served called with the nanoseconds that answering a repeated request took
     */
    public void keep(HttpConnection connection, UUID revision, LongConsumer served) {
        RepeatedRequests requests = requests(connection);
        if (requests != null && exchanges != null) {
            requests.record(this, revision, served);
        }
    }

    private static @Nullable RepeatedRequests requests(HttpConnection connection) {
        Channel channel = ((HttpServerConnection) connection).channel();
        return channel.pipeline().get(RepeatedRequests.class);
    }

    void put(RequestBytes request, KeptExchange exchange) {
        if (exchanges != null) {
            exchanges.put(request, exchange);
        }
    }

    /** Returns the exchange with this request, null unless its answer is of the current revision. */
    @Nullable KeptExchange find(RequestBytes request) {
        KeptExchange found = exchanges == null ? null : exchanges.getIfPresent(request);
        return found != null && found.revision.equals(revisions.current()) ? found : null;
    }
}
