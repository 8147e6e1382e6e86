package peel.importing;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Loads the dataset at the start, unless exactly these files were loaded before: then it costs one
 * query.
 */
@ApplicationScoped
public class DatasetImporter {

    private static final Logger LOG = Logger.getLogger(DatasetImporter.class);

    private final DatasetConfig config;

    DatasetImporter(DatasetConfig config) {
        this.config = config;
    }

    /**
     * What tells the configured dataset from another one: for a folder the SHA-256 of its files;
     * for the bundled one, which is part of the program, just that.
     */
    public String contents() {
        return contents(config);
    }

    /** As {@link #contents()}, where nothing is running. */
    public static String contents(DatasetConfig config) {
        return config.folder().map(folder -> sha256(DatasetFiles.of(folder))).orElse("bundled");
    }

    /**
     * Imports the configured dataset unless exactly its files were imported before.
     *
     * @throws DatasetException if a row can't be imported; nothing is stored then
     */
    public void load() {
        load(config.folder().map(DatasetFiles::of).orElseGet(DatasetFiles::bundled));
    }

    /**
     * Imports a dataset unless exactly its files were imported before.
     *
     * @throws DatasetException if a row can't be imported; nothing is stored then
     */
    void load(DatasetFiles files) {
        String sha256 = sha256(files);
        if (!QuarkusTransaction.requiringNew().call(() -> ImportedDataset.holds(sha256))) {
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

    /** Imports in one transaction; a second import at the same time waits for the first. */
    private void importFiles(DatasetFiles files, String sha256) {
        long start = System.nanoTime();
        Changes changes = QuarkusTransaction.requiringNew()
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

    private static Changes run(Connection connection, DatasetFiles files, String sha256) throws SQLException {
        try {
            return new DatasetLoad(connection, files).run(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
