package peel.endpoint.subscription;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Subscriptions, by Server-Sent Events and WebSocket. */
@ConfigMapping(prefix = "peel.subscription")
public interface SubscriptionConfig {

    /** The maximum number of subscriptions, and of event streams and WebSockets; 0 refuses all. Default: 2,000. */
    @WithDefault("2000")
    int maxSubscriptions();

    /**
     * The maximum number of event streams and WebSockets of clients with the same address. Behind a proxy, all clients
     * have its address unless {@code quarkus.http.proxy.proxy-address-forwarding} is set. Default: 100.
     */
    @WithDefault("100")
    int maxConnectionsPerAddress();

    /** The maximum number of operations of one WebSocket at the same time. Default: 50. */
    @WithDefault("50")
    int maxOperationsPerConnection();

    /** The maximum size of an event. Default: 64 KiB. */
    @WithDefault("64K")
    MemorySize maxEvent();

    /**
     * How often something is sent to a client without events, so that proxies keep the connection open and a lost one is
     * noticed. Default: 15 s.
     */
    @WithDefault("15s")
    Duration keepAlive();

    /**
     * How long an event stream or a WebSocket may be open. Then it ends, so that clients connect again and are distributed
     * over all replicas. Default: 1 h.
     */
    @WithDefault("1h")
    Duration maxDuration();

    /** How long a WebSocket may be open until its client initialises the connection. Default: 10 s. */
    @WithDefault("10s")
    Duration initTimeout();

    /** How long a WebSocket may be open without an operation. Default: 5 min. */
    @WithDefault("5m")
    Duration idleTimeout();
}
