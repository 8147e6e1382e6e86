package peel.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Which dataset is loaded at the start, and how much of what imports changed is kept. */
@ConfigMapping(prefix = "peel.dataset")
public interface DatasetConfig {

    /** A folder with all CSV files of a dataset, which is loaded instead of the bundled one. */
    Optional<Path> folder();

    /** How many changes the log keeps: those of the newest imports, and always those of the last one. */
    @WithDefault("50000")
    @WithConverter(KeptChanges.class)
    int keptChanges();
}
