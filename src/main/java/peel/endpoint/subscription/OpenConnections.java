package peel.endpoint.subscription;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import peel.endpoint.request.RefusedRequestException;
import peel.error.ErrorCode;

/** The event streams and WebSockets that are open: how many of each address, how long, and their end when the service stops. */
@Singleton
class OpenConnections {

    /** By which part of the maximum duration connections end earlier, at random, so that not all of them end at once. */
    private static final int SPREAD = 10;

    /** A connection that stays open for its subscriptions. */
    interface Connection {

        /** Ends the connection in an orderly way, so that its client connects again. Called on any thread. */
        void goAway();
    }

    private final int limit;
    private final int limitPerAddress;
    private final long maxMillis;
    private final long delayMillis;
    private final Vertx vertx;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    OpenConnections(
            SubscriptionConfig config,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.limit = config.maxSubscriptions();
        this.limitPerAddress = config.maxConnectionsPerAddress();
        this.maxMillis = Math.max(1, config.maxDuration().toMillis());
        this.delayMillis = delay.orElse(Duration.ZERO).toMillis();
        this.vertx = vertx;
    }

    /**
     * Counts a connection, which must be {@link #close closed}. There may be as many as subscriptions, so that some of all
     * connections are left for requests.
     *
     * @throws RefusedRequestException if there are too many, or if the service stops
     */
    void open(Connection connection, String address) {
        if (stopped) {
            throw refusal("The service is about to stop.");
        }
        if (open.size() >= limit) {
            throw refusal("There are %1$d event streams and WebSockets; the limit is %1$d.".formatted(limit));
        }
        if (byAddress.merge(address, 1, Integer::sum) > limitPerAddress) {
            forget(address);
            throw refusal("There are %1$d event streams and WebSockets of this address; the limit is %1$d."
                    .formatted(limitPerAddress));
        }
        open.add(connection);
        if (stopped) {
            connection.goAway();
        }
    }

    private static RefusedRequestException refusal(String message) {
        return new RefusedRequestException(503, ErrorCode.TOO_MANY_REQUESTS, message);
    }

    void close(Connection connection, String address) {
        if (open.remove(connection)) {
            forget(address);
        }
    }

    private void forget(String address) {
        byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    /** For how many milliseconds a new connection may be open. */
    long duration() {
        return maxMillis - ThreadLocalRandom.current().nextLong(Math.max(1, maxMillis / SPREAD));
    }

    /** While load balancers still send requests, clients that connect again would come back. */
    void stopAfterDelay(@Observes ShutdownDelayInitiatedEvent stop) {
        vertx.setTimer(Math.max(1, delayMillis), id -> stop());
    }

    void stop(@Observes ShutdownEvent stop) {
        stop();
    }

    private void stop() {
        stopped = true;
        List.copyOf(open).forEach(Connection::goAway);
    }
}
