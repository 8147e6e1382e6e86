package peel.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How the launcher connects to the database of the configured JDBC URL. */
@ConfigMapping(prefix = "peel.database")
public interface DatabaseConfig {

    /**
     * How long the launcher tries to reach the database before it gives up, over all attempts. Zero means one attempt.
     */
    @WithName("wait")
    @WithDefault("10s")
    Duration maxWait();

    /**
     * How long the launcher waits until another process has prepared a database that this one may only read: a standby,
     * or a database in which the user lacks rights.
     */
    @WithDefault("5m")
    Duration preparationWait();
}
