package peel.importing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which dataset is loaded at the start. */
@ConfigMapping(prefix = "peel.dataset")
public interface DatasetConfig {

    /** A folder with all CSV files of a dataset, which is loaded instead of the bundled one. */
    Optional<Path> folder();
}
