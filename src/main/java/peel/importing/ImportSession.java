package peel.importing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.importing.format.InspectionFormat;
import peel.importing.input.RowSource;
import peel.importing.table.ChangeLog;
import peel.importing.table.ImportChanges;
import peel.importing.table.Origin;
import peel.importing.table.Successor;
import peel.query.Jdbc;
import peel.question.Pillar;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.ReportIdentity;
import peel.reading.evidence.Vocabulary;
import peel.report.ReportStorage;

/**
 * Imports files over one connection, each in a transaction of its own: all of a file or nothing. Only one
 * import at a time works on a database; another one waits.
 */
public final class ImportSession implements AutoCloseable {

    private final Connection connection;
    private final Optional<LocalDate> published;
    private final LocalDate today;
    private final boolean dryRun;
    private final Runnable onWait;
    private final int keptChanges;

    /**
     * @param connection a connection that nothing else uses, to a database that a start of the service prepared
     * @param published the day from which new versions of judgments are known, if it is not today
     * @param dryRun whether to do everything and keep nothing; a file then sees what the files before it would
     *     have stored
     * @param onWait called if another import is running, before waiting for its end
     * @param keptChanges how many changes the log keeps
     */
    public ImportSession(
            Connection connection,
            Optional<LocalDate> published,
            LocalDate today,
            boolean dryRun,
            Runnable onWait,
            int keptChanges)
            throws SQLException {
        this.connection = connection;
        this.published = published;
        this.today = today;
        this.dryRun = dryRun;
        this.onWait = onWait;
        this.keptChanges = keptChanges;
        connection.setAutoCommit(false);
        if (dryRun) {
            ImportTransaction.lock(connection, onWait);
        }
    }

    /**
     * Imports a CSV file.
     *
     * @throws peel.importing.input.DatasetException if it cannot be imported; then nothing of it is stored
     */
    public ImportChanges csv(CsvFile file) throws SQLException, IOException {
        return inTransaction(file.name(), (changes, log) -> rows(file.format(), file, Origin.CSV, changes, log));
    }

    /**
     * Imports what was read in a report: its facts and its whole text.
     *
     * @throws peel.importing.input.DatasetException if it cannot be imported; then nothing of it is stored
     */
    public ImportChanges report(ReadReport reading) throws SQLException, IOException {
        return inTransaction(reading.document().text().file(), (changes, log) -> report(reading, changes, log));
    }

    /** The names and codes in the database that a report may use. */
    public Vocabulary vocabulary() throws SQLException {
        Vocabulary vocabulary = StoredVocabulary.read(connection);
        if (!dryRun) {
            connection.rollback();
        }
        return vocabulary;
    }

    private void report(ReadReport reading, ImportChanges changes, ChangeLog log) throws SQLException, IOException {
        ReportIdentity identity = reading.identity();
        String publication = ReportRows.publicationCode(identity);
        ReportRows rows = new ReportRows(
                reading,
                ReportStorage.fileName(
                        connection, publication, reading.document().text()));
        rows(Formats.PUBLICATIONS, rows.publications(), Origin.REPORT, changes, log);
        rows(Formats.INSPECTIONS, rows.inspections(), Origin.REPORT, changes, log);
        rows(Formats.FIELDWORK, rows.fieldwork(), Origin.REPORT, changes, log);
        rows(Formats.JUDGMENTS, rows.judgments(published.orElse(null)), Origin.REPORT, changes, log);
        rows(Formats.FINDINGS, rows.findings(), Origin.REPORT, changes, log);
        rows(Formats.OBSERVATIONS, rows.observations(), Origin.REPORT, changes, log);
        int key = publicationKey(publication);
        Pillar first = identity.inspections().get(0);
        boolean stored = ReportStorage.store(
                connection,
                reading,
                key,
                InspectionFormat.key(identity.force(), identity.cycle(), first == null ? null : first.name()));
        if (stored) {
            log.addReport(key);
        }
        changes.add("report", stored ? 1 : 0, 0, stored ? 0 : 1);
    }

    private int publicationKey(String code) throws SQLException {
        return Jdbc.first(connection, "select id from publication where code = ?", row -> row.getInt("id"), code)
                .orElseThrow();
    }

    private void rows(Format format, RowSource source, Origin origin, ImportChanges changes, ChangeLog log)
            throws SQLException, IOException {
        new FormatImport(connection, format, origin, published.orElse(today)).run(source, changes, log);
    }

    private interface Work {
        void run(ImportChanges changes, ChangeLog log) throws SQLException, IOException;
    }

    private ImportChanges inTransaction(String name, Work work) throws SQLException, IOException {
        Savepoint before = dryRun ? connection.setSavepoint() : null;
        boolean done = false;
        try {
            if (!dryRun) {
                ImportTransaction.lock(connection, onWait);
            }
            ImportChanges changes = new ImportChanges();
            ChangeLog log = ChangeLog.begin(connection);
            work.run(changes, log);
            if (changes.of("observation").any()) {
                new ComputedObservations(connection).compute(name, changes, log);
            }
            ImportTransaction.end(connection, name, changes, log, keptChanges);
            if (!dryRun) {
                Successor.takePlaces(connection, name);
                connection.commit();
            }
            done = true;
            return changes;
        } finally {
            if (!done) {
                undo(before);
            }
        }
    }

    private void undo(@Nullable Savepoint before) {
        try {
            if (before == null) {
                connection.rollback();
            } else {
                connection.rollback(before);
            }
        } catch (SQLException e) {
            // The connection is lost, and the transaction with it. The first exception is the one to report.
        }
    }

    /** Ends a dry run, of which nothing is kept. The connection stays open. */
    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
        }
    }
}
