package peel.endpoint.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is logged and counted of requests. */
@ConfigMapping(prefix = "peel.endpoint")
public interface TelemetryConfig {

    /** Requests that take at least this long are logged as slow. Default: 1 s. */
    @WithDefault("1s")
    Duration slowOperation();

    /**
     * The maximum number of operation names that metrics distinguish, in the order of their first execution; all others
     * are counted as {@code other}. Names in trusted documents are not limited. Default: 100.
     */
    @WithDefault("100")
    int metricsOperations();
}
