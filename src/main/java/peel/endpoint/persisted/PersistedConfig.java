package peel.endpoint.persisted;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Documents that requests name instead of sending them. */
@ConfigMapping(prefix = "peel.endpoint")
public interface PersistedConfig {

    /** Whether clients may register documents by their hash (automatic persisted queries). Default: true. */
    @WithDefault("true")
    boolean persistedQueries();

    /** The memory for registered documents; the least used are discarded. Default: 4 MiB. */
    @WithDefault("4M")
    MemorySize persistedQueryCache();

    /**
     * A manifest of documents by id (JSON in the format of Relay or Apollo), or a folder of {@code .graphql} files. If
     * set, only these documents are executed, by id, name or SHA-256. Not set by default.
     */
    Optional<Path> trustedDocuments();
}
