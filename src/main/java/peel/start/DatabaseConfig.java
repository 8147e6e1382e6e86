package peel.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How the launcher meets the database that a JDBC URL names. */
@ConfigMapping(prefix = "peel.database")
public interface DatabaseConfig {

    /**
     * How long the launcher tries to reach the database before it gives up, all attempts together.
     * Zero means one attempt.
     */
    @WithName("wait")
    @WithDefault("10s")
    Duration patience();
}
