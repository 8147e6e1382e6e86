package peel.importing;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which dataset is loaded at the start. */
@ConfigMapping(prefix = "peel.dataset")
public interface DatasetConfig {

    /** A folder with the dataset's CSV files, all of them, to load in place of the bundled ones. */
    Optional<Path> folder();
}
