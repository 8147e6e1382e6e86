package peel.download;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Downloads of whole lists. */
@ConfigMapping(prefix = "peel.downloads")
public interface DownloadsConfig {

    /**
     * The maximum number of downloads at the same time, each of which holds a connection to the database; further ones are
     * refused. 0 turns downloads off. At least two connections of the pool are always left to other requests. Default: 2.
     */
    @WithDefault("2")
    int maxConcurrent();

    /**
     * How many bytes a client must read in a second. A client that needs longer for a part of 128 KiB is disconnected.
     * Default: 16 KiB.
     */
    @WithDefault("16K")
    MemorySize minRate();

    /** How long a download may take altogether. Default: 30 min. */
    @WithDefault("30m")
    Duration timeout();
}
