package peel.endpoint.request;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Which pages may send requests. Those of other sites are configured with the keys of Quarkus's CORS filter. */
@ConfigMapping(prefix = "peel.endpoint")
public interface OriginConfig {

    /**
     * The addresses at which browsers reach the service, such as {@code http://peel.example}, if a proxy changes the
     * header {@code Host} and is reached without TLS. Not set by default.
     */
    Optional<Set<String>> publicAddresses();
}
