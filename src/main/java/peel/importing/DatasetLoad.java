package peel.importing;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.importing.table.BulkInsert;
import peel.importing.table.ChangeLog;
import peel.importing.table.ImportChanges;
import peel.importing.table.Origin;
import peel.query.Jdbc;

/** Loads a whole dataset, one file of each format, in the caller's transaction and session. */
final class DatasetLoad {

    private final Connection connection;
    private final DatasetFiles files;
    private final int keptChanges;

    /** @param keptChanges how many changes the log keeps */
    DatasetLoad(Connection connection, DatasetFiles files, int keptChanges) {
        this.connection = connection;
        this.files = files;
        this.keptChanges = keptChanges;
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
        ChangeLog log = ChangeLog.begin(connection);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (files.rows() == Origin.BUNDLED) {
            try (InputStream withdrawn = files.withdrawnRows()) {
                new WithdrawnRows(connection).withdraw(withdrawn, changes, log);
            }
        }
        for (Format format : Formats.ALL) {
            if (format == Formats.OBSERVATIONS) {
                importObservations(today, changes, log);
            } else if (format == Formats.JUDGMENTS && files.rows() == Origin.BUNDLED) {
                Optional<BulkInsert> bulk = BulkInsert.ofEmpty(connection, format.targetTable());
                importFiles(format, false, today, changes, log);
                if (bulk.isPresent()) {
                    bulk.get().end();
                }
            } else {
                importFiles(format, false, today, changes, log);
            }
        }
        ImportedDataset.add(sha256);
        ImportTransaction.end(connection, files.origin(), changes, log, keptChanges);
        return changes;
    }

    /** The first time without indexes: they are a third of the time of a first start. */
    private void importObservations(LocalDate today, ImportChanges changes, ChangeLog log)
            throws SQLException, IOException {
        Optional<BulkInsert> bulk = BulkInsert.ofEmpty(connection, Formats.OBSERVATIONS.targetTable());
        if (bulk.isPresent()) {
            Jdbc.execute(
                    connection,
                    List.of(
                            // A tenth of the sample. PostgreSQL analyzes the table again by itself within minutes.
                            "set local default_statistics_target = 10",
                            // Enough to sort the parts of computed observations without temporary files.
                            "set local work_mem = '64MB'"));
        }
        // A tenth of a first start faster. No row needs the merge: the bundled files have no key twice, which each
        // build
        // of the project shows. Those of a folder may have one, and are then refused with both lines.
        boolean direct = bulk.isPresent() && files.rows() == Origin.BUNDLED;
        importFiles(Formats.OBSERVATIONS, direct, today, changes, log);
        if (bulk.isPresent()) {
            // Without statistics, PostgreSQL may join the parts of computed observations in a way that takes minutes.
            Jdbc.execute(connection, List.of("analyze observation"));
        }
        new ComputedObservations(connection).compute(files.origin(), changes, log);
        if (bulk.isPresent()) {
            bulk.get().end();
        }
    }

    private void importFiles(Format format, boolean direct, LocalDate today, ImportChanges changes, ChangeLog log)
            throws SQLException, IOException {
        for (CsvFile file : files.files(format)) {
            new FormatImport(connection, format, files.rows(), today).run(file, direct, changes, log);
        }
    }
}
