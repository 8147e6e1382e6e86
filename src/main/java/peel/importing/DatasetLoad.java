package peel.importing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Loads a whole dataset, all seventeen files, in the caller's transaction and session. */
final class DatasetLoad {

    private final Connection connection;
    private final DatasetFiles files;

    DatasetLoad(Connection connection, DatasetFiles files) {
        this.connection = connection;
        this.files = files;
    }

    /**
     * Imports the files unless exactly these were imported before.
     *
     * @param sha256 the files' digest
     * @return what it did, null if there was nothing to do
     * @throws DatasetException if a row can't be imported; the transaction is then to be rolled back
     */
    Changes run(String sha256) throws SQLException, IOException {
        ImportTransaction.lock(connection, () -> {});
        if (ImportedDataset.holds(sha256)) {
            return null;
        }
        Changes changes = new Changes();
        for (Format format : Format.values()) {
            new FormatImport(
                            connection,
                            format,
                            files.file(format),
                            Origin.DATASET,
                            LocalDate.now(ZoneOffset.UTC),
                            changes)
                    .run();
        }
        ImportedDataset.remember(sha256);
        if (changes.any()) {
            ImportTransaction.raiseRevision(connection, files.origin());
        }
        return changes;
    }
}
