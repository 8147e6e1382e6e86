package peel.importing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import peel.change.ChangeKind;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.importing.format.ImportContext;
import peel.importing.format.RowMapping;
import peel.importing.input.DatasetException;
import peel.importing.input.Problems;
import peel.importing.input.RowSource;
import peel.importing.table.BulkInsert;
import peel.importing.table.ChangeLog;
import peel.importing.table.ImportChanges;
import peel.importing.table.Origin;
import peel.importing.table.TableLoad;

/** Imports rows of one format in the caller's transaction. */
final class FormatImport {

    private final Connection connection;
    private final Format format;
    private final Origin origin;
    private final LocalDate published;

    /**
     * @param published the day from which new versions of judgments are known
     */
    FormatImport(Connection connection, Format format, Origin origin, LocalDate published) {
        this.connection = connection;
        this.format = format;
        this.origin = origin;
        this.published = published;
    }

    /**
     * Imports all rows of a source.
     *
     * @param changes counts what was done
     * @param log logs what was done
     * @throws DatasetException if a row is malformed or refers to something that does not exist; the caller
     *     must then roll back
     */
    void run(RowSource source, ImportChanges changes, ChangeLog log) throws SQLException, IOException {
        run(source, false, changes, log);
    }

    /**
     * Imports all rows of a source.
     *
     * @param direct whether the table holds none of the rows and is in a {@link BulkInsert}, so that nothing is merged
     */
    void run(RowSource source, boolean direct, ImportChanges changes, ChangeLog log) throws SQLException, IOException {
        ImportContext context = new ImportContext(connection, format, published);
        try (TableLoad load = new TableLoad(connection, source, origin, format.targetTable(), direct)) {
            copy(source, context, load);
            load.endCopy();
            ImportChanges.Counts before = changes.total();
            context.insertInspections(connection, changes);
            long inspections = changes.total().inserted() - before.inserted();
            log.count(ChangeKind.REFERENCE, Formats.INSPECTIONS.name(), source.name(), inspections, 0);
            before = changes.total();
            format.merge(load, context, changes);
            if (log.isFirst() || !format.log(load, log)) {
                ImportChanges.Counts after = changes.total();
                log.count(
                        format.changeKind(),
                        format.name(),
                        source.name(),
                        after.inserted() - before.inserted(),
                        after.changed() - before.changed());
            }
        }
    }

    /** Continues after a bad row, so that all errors of a file are reported at once. */
    private void copy(RowSource source, ImportContext context, TableLoad load) throws SQLException, IOException {
        Problems problems = new Problems();
        RowMapping mapping = format.mapping();
        try {
            source.read(problems, row -> {
                try {
                    load.add(row.line(), mapping.read(row, context));
                } catch (DatasetException e) {
                    problems.add(e);
                    load.discard();
                }
            });
        } catch (DatasetException e) {
            problems.add(e);
        } catch (SQLException e) {
            throw load.refused(e);
        }
        problems.throwIfAny();
    }
}
