package peel.dataset;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Loads the dataset at the start, unless exactly these files were loaded before: then it costs one
 * query.
 */
@ApplicationScoped
public class DatasetImporter {

    private static final Logger LOG = Logger.getLogger(DatasetImporter.class);

    /** Any number that nothing else locks on. */
    private static final long LOCK = 7_335_001L;

    private final DatasetConfig config;

    DatasetImporter(DatasetConfig config) {
        this.config = config;
    }

    /**
     * What tells the configured dataset from another one: for a folder the SHA-256 of its files;
     * for the bundled one, which is part of the program, just that.
     */
    public String contents() {
        return config.folder().map(folder -> sha256(DatasetFiles.of(folder))).orElse("bundled");
    }

    /**
     * Imports the configured dataset unless exactly its files were imported before.
     *
     * @throws DatasetError if a row can't be imported; nothing is stored then
     */
    public void load() {
        load(config.folder().map(DatasetFiles::of).orElseGet(DatasetFiles::bundled));
    }

    /**
     * Imports a dataset unless exactly its files were imported before.
     *
     * @throws DatasetError if a row can't be imported; nothing is stored then
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
        QuarkusTransaction.requiringNew()
                .timeout(600)
                .run(
                        () -> {
                            Session session = Panache.getSession();
                            // The connection's isolation is repeatable read, whose snapshot would
                            // be taken before the
                            // wait for the lock and hide what the other import stored.
                            session.doWork(
                                    connection -> {
                                        execute(
                                                connection,
                                                "set transaction isolation level read committed");
                                        execute(
                                                connection,
                                                "select pg_advisory_xact_lock(" + LOCK + ")");
                                    });
                            if (ImportedDataset.holds(sha256)) {
                                return;
                            }
                            int changes =
                                    session.doReturningWork(connection -> run(connection, files));
                            remember(sha256, files, changes);
                            LOG.infof(
                                    "Imported %s: %d rows are new or changed, %d ms",
                                    files.origin(),
                                    changes,
                                    (System.nanoTime() - start) / 1_000_000);
                        });
    }

    private static void remember(String sha256, DatasetFiles files, int changes) {
        ImportedDataset imported = new ImportedDataset();
        imported.sha256 = sha256;
        imported.persist();
        if (changes > 0) {
            DatasetRevision revision = new DatasetRevision();
            revision.revision =
                    DatasetRevision.latest().map(latest -> latest.revision + 1).orElse(1);
            revision.origin = files.origin();
            revision.persist();
        }
    }

    private static int run(Connection connection, DatasetFiles files) throws SQLException {
        try {
            return new DatasetImport(connection, files).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
