package peel.importing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.Optional;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.ReportIdentity;
import peel.reading.evidence.Vocabulary;
import peel.report.ReportStorage;

/**
 * Imports files over one connection, each in a transaction of its own: all of a file or nothing.
 * Only one import at a time works on a database; another one waits.
 */
public final class ImportSession implements AutoCloseable {

    private final Connection connection;
    private final Optional<LocalDate> published;
    private final LocalDate today;
    private final boolean dryRun;
    private final Runnable onWait;

    /**
     * @param connection a connection of its own, to a database that a start of the service has seen
     *     to
     * @param published from which day new versions of judgments are known, if it isn't today
     * @param today the day
     * @param dryRun whether to do everything and keep nothing; a file then sees what the files
     *     before it would have stored
     * @param onWait told if another import is running, before waiting for its end
     */
    public ImportSession(
            Connection connection, Optional<LocalDate> published, LocalDate today, boolean dryRun, Runnable onWait)
            throws SQLException {
        this.connection = connection;
        this.published = published;
        this.today = today;
        this.dryRun = dryRun;
        this.onWait = onWait;
        connection.setAutoCommit(false);
        if (dryRun) {
            ImportTransaction.lock(connection, onWait);
        }
    }

    /**
     * Imports a CSV file.
     *
     * @throws DatasetException if it can't be imported; nothing of it is stored
     */
    public Changes csv(CsvFile file) throws SQLException, IOException {
        return inTransaction(file.name(), changes -> rows(file.format(), file, Origin.CSV, changes));
    }

    /**
     * Imports what was read in a report: its facts and its whole text.
     *
     * @throws DatasetException if it can't be imported; nothing of it is stored
     */
    public Changes report(ReadReport reading) throws SQLException, IOException {
        return inTransaction(reading.document().text().file(), changes -> report(reading, changes));
    }

    /** What the database knows that a report may name. */
    public Vocabulary vocabulary() throws SQLException {
        Vocabulary vocabulary = StoredVocabulary.read(connection);
        if (!dryRun) {
            connection.rollback();
        }
        return vocabulary;
    }

    private void report(ReadReport reading, Changes changes) throws SQLException, IOException {
        ReportIdentity identity = reading.identity();
        String publication = ReportRows.publicationCode(identity);
        ReportRows rows = new ReportRows(
                reading,
                ReportStorage.fileName(
                        connection, publication, reading.document().text()));
        rows(Format.PUBLICATIONS, rows.publications(), Origin.REPORT, changes);
        rows(Format.INSPECTIONS, rows.inspections(), Origin.REPORT, changes);
        rows(Format.FIELDWORK, rows.fieldwork(), Origin.REPORT, changes);
        rows(Format.JUDGMENTS, rows.judgments(published.orElse(null)), Origin.REPORT, changes);
        rows(Format.FINDINGS, rows.findings(), Origin.REPORT, changes);
        rows(Format.OBSERVATIONS, rows.observations(), Origin.REPORT, changes);
        boolean stored = ReportStorage.store(
                connection,
                reading,
                publicationKey(publication),
                FormatImport.inspectionKey(
                        identity.force(),
                        identity.cycle(),
                        identity.pillar() == null ? null : identity.pillar().name()));
        changes.add("report", stored ? 1 : 0, 0, stored ? 0 : 1);
    }

    private int publicationKey(String code) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select id from publication where code = ?")) {
            query.setString(1, code);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void rows(Format format, RowSource source, Origin origin, Changes changes)
            throws SQLException, IOException {
        new FormatImport(connection, format, source, origin, published.orElse(today), changes).run();
    }

    private interface Work {
        void run(Changes changes) throws SQLException, IOException;
    }

    private Changes inTransaction(String name, Work work) throws SQLException, IOException {
        Savepoint before = dryRun ? connection.setSavepoint() : null;
        boolean done = false;
        try {
            if (!dryRun) {
                ImportTransaction.lock(connection, onWait);
            }
            Changes changes = new Changes();
            work.run(changes);
            if (changes.any()) {
                ImportTransaction.raiseRevision(connection, name);
            }
            if (!dryRun) {
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

    private void undo(Savepoint before) {
        try {
            if (before == null) {
                connection.rollback();
            } else {
                connection.rollback(before);
            }
        } catch (SQLException e) {
            // The connection is lost, and the transaction with it; what ended it is told.
        }
    }

    /** Ends a dry run: nothing of it stays. The connection remains the caller's. */
    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
        }
    }
}
