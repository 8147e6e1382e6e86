package peel.endpoint;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** HTTP at the endpoint. Its other keys are in the packages that use them. */
@ConfigMapping(prefix = "peel.endpoint")
public interface EndpointConfig {

    /** The maximum size of the body of a POST. Default: 256 KiB. */
    @WithDefault("256K")
    MemorySize maxBody();

    /**
     * The maximum number of connections. At the maximum, a new one replaces the one that has waited longest for a
     * request of its client. Lower if the process may open fewer files. Default: 3,000.
     */
    @WithDefault("3000")
    int maxConnections();

    /**
     * The host names, without ports, under which clients may address the service; requests with another {@code Host} are
     * refused. Protects a service in a private network from pages whose name resolves to its address (DNS rebinding).
     * Not set by default: every name is accepted.
     */
    Optional<Set<String>> hosts();

    /**
     * How long a client may go without reading anything of its answer until its connection is closed. Default: 10 s.
     */
    @WithDefault("10s")
    Duration sendTimeout();

    /** How long clients and intermediate caches may use an answer without revalidation. Default: 0 s. */
    @WithDefault("0s")
    Duration maxAge();

    /**
     * How much longer caches may use an answer while they revalidate it in the background. Default: 0 s.
     */
    @WithDefault("0s")
    Duration staleWhileRevalidate();

    /** How much longer caches may use an answer if the service does not answer or fails. Default: 0 s. */
    @WithDefault("0s")
    Duration staleIfError();
}
