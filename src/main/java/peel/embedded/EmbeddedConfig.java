package peel.embedded;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The embedded PostgreSQL, which the service starts if no JDBC URL is configured. */
@ConfigMapping(prefix = "peel.embedded")
public interface EmbeddedConfig {

    /**
     * The folder of its data, programs, log and password. A relative path is resolved against the working directory.
     */
    @WithDefault("data/postgres")
    Path dataFolder();
}
