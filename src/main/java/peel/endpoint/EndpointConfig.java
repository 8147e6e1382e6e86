package peel.endpoint;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** HTTP at the endpoint. Its other keys are in the packages that use them. */
@ConfigMapping(prefix = "peel.endpoint")
public interface EndpointConfig {

    /** The maximum size of the body of a POST. Default: 256 KiB. */
    @WithDefault("256K")
    MemorySize maxBody();

    /** How long clients and intermediate caches may use an answer without revalidation. Default: 0 s. */
    @WithDefault("0s")
    Duration maxAge();
}
