package peel.embedded;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The PostgreSQL that the service starts itself when no JDBC URL is configured. */
@ConfigMapping(prefix = "peel.embedded")
public interface EmbeddedConfig {

    /**
     * The folder that holds its data, its binaries, its log and its password. A relative one is
     * under the working directory.
     */
    @WithDefault("data/postgres")
    Path dataFolder();
}
