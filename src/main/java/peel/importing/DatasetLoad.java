package peel.importing;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.importing.table.ImportChanges;
import peel.importing.table.Origin;

/** Loads a whole dataset, one file of each format, in the caller's transaction and session. */
final class DatasetLoad {

    private final Connection connection;
    private final DatasetFiles files;

    DatasetLoad(Connection connection, DatasetFiles files) {
        this.connection = connection;
        this.files = files;
    }

    /**
     * Imports the files unless exactly these files were imported before.
     *
     * @param sha256 the files' digest
     * @return the changes, null if there was nothing to do
     * @throws peel.importing.input.DatasetException if a row cannot be imported; the caller must then roll back
     */
    @Nullable ImportChanges run(String sha256) throws SQLException, IOException {
        ImportTransaction.lock(connection, () -> {});
        if (ImportedDataset.exists(sha256)) {
            return null;
        }
        ImportChanges changes = new ImportChanges();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (files.rows() == Origin.BUNDLED) {
            try (InputStream withdrawn = files.withdrawnRows()) {
                new WithdrawnRows(connection).withdraw(withdrawn, changes);
            }
        }
        for (Format format : Formats.ALL) {
            new FormatImport(connection, format, files.rows(), today).run(files.file(format), changes);
        }
        ImportedDataset.add(sha256);
        if (changes.any()) {
            ImportTransaction.raiseRevision(connection, files.origin());
        }
        return changes;
    }
}
