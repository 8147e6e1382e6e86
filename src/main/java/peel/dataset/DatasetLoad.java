package peel.dataset;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Loads a whole dataset, all seventeen files, in the caller's transaction. */
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
     * @throws DatasetError if a row can't be imported; the transaction is then to be rolled back
     */
    Changes run(String sha256) throws SQLException, IOException {
        ImportTransaction.lock(connection, () -> {});
        if (isImported(sha256)) {
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
        remember(sha256);
        if (changes.any()) {
            ImportTransaction.raiseRevision(connection, files.origin());
        }
        return changes;
    }

    private boolean isImported(String sha256) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select from imported_dataset where sha256 = ?")) {
            query.setString(1, sha256);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private void remember(String sha256) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into imported_dataset (sha256) values (?)")) {
            insert.setString(1, sha256);
            insert.executeUpdate();
        }
    }
}
