package peel.importing;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import peel.importing.table.ImportChanges;

/** Loads the dataset at the start. If exactly its files were loaded before, that costs one query. */
@ApplicationScoped
public class DatasetImporter {

    private static final Logger LOG = Logger.getLogger(DatasetImporter.class);

    private final DatasetConfig config;

    DatasetImporter(DatasetConfig config) {
        this.config = config;
    }

    /**
     * Identifies the configured dataset: a folder by the SHA-256 of its files; the bundled dataset, which is
     * part of the program, by {@code bundled}.
     */
    public String contents() {
        return contents(config);
    }

    /** Like {@link #contents()}, for code that runs without Quarkus. */
    public static String contents(DatasetConfig config) {
        return config.folder().map(folder -> sha256(DatasetFiles.of(folder))).orElse("bundled");
    }

    /**
     * Imports the configured dataset unless exactly its files were imported before.
     *
     * @throws peel.importing.input.DatasetException if a row cannot be imported; then nothing is stored
     */
    public void load() {
        load(config.folder().map(DatasetFiles::of).orElseGet(DatasetFiles::bundled));
    }

    /**
     * Imports a dataset unless exactly its files were imported before.
     *
     * @throws peel.importing.input.DatasetException if a row cannot be imported; then nothing is stored
     */
    void load(DatasetFiles files) {
        String sha256 = sha256(files);
        if (!QuarkusTransaction.requiringNew().call(() -> ImportedDataset.exists(sha256))) {
            importFiles(files, sha256);
        }
    }

    private static String sha256(DatasetFiles files) {
        try {
            return files.sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports in one transaction. A second import at the same time waits for the first to end. */
    private void importFiles(DatasetFiles files, String sha256) {
        long start = System.nanoTime();
        ImportChanges changes = QuarkusTransaction.requiringNew()
                .timeout(600)
                .call(() -> Panache.getSession().doReturningWork(connection -> run(connection, files, sha256)));
        if (changes != null) {
            LOG.infof(
                    "Imported %s: %d rows are new or changed, %d ms",
                    files.origin(),
                    changes.total().inserted() + changes.total().changed(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    private @Nullable ImportChanges run(Connection connection, DatasetFiles files, String sha256) throws SQLException {
        try {
            return new DatasetLoad(connection, files, config.keptChanges()).run(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
