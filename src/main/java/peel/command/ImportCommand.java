package peel.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import peel.command.InputFiles.CsvInput;
import peel.command.InputFiles.ReportInput;
import peel.importing.DatasetConfig;
import peel.importing.ImportSession;
import peel.importing.input.DatasetException;
import peel.launch.Settings;
import peel.question.Pillar;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.ReportIdentity;
import peel.reading.text.RefusedReportException;

/** The command {@code import}, which imports files, each in a transaction of its own. */
final class ImportCommand extends Command {

    /** The inspection that a report is about. Two files of one call must not be about the same. */
    private record Inspection(
            String force,
            String cycle,
            List<Pillar> pillars,
            @Nullable String part) {

        static Inspection of(ReportIdentity identity) {
            return new Inspection(identity.force(), identity.cycle(), identity.pillars(), identity.part());
        }

        @Override
        public String toString() {
            List<String> words = new ArrayList<>(List.of(force, cycle));
            pillars.forEach(pillar -> words.add(pillar.name()));
            if (part != null) {
                words.add(part);
            }
            return String.join(", ", words);
        }
    }

    private final List<Path> paths;
    private final boolean dryRun;
    private final boolean json;
    private final boolean storeUndoubted;
    private final Optional<LocalDate> published;
    private final Progress progress = new Progress();

    ImportCommand(
            List<Path> paths, boolean dryRun, boolean json, boolean storeUndoubted, Optional<LocalDate> published) {
        this.paths = paths;
        this.dryRun = dryRun;
        this.json = json;
        this.storeUndoubted = storeUndoubted;
        this.published = published;
    }

    @Override
    public int run(Connection connection, Settings settings, PrintStream output) throws SQLException, IOException {
        InputFiles files = new InputFiles(paths, progress);
        try (ImportSession session = new ImportSession(
                connection,
                published,
                LocalDate.now(ZoneOffset.UTC),
                dryRun,
                () -> progress.say("Another import is running. Waiting for it to end."),
                settings.get(DatasetConfig.class).keptChanges())) {
            for (CsvInput file : files.csv()) {
                importFile(file.path(), file.result(), () -> importCsv(session, file));
            }
            if (!files.reports().isEmpty()) {
                importReports(
                        session,
                        files.reports(),
                        new Reports(
                                session.vocabulary(),
                                settings.get(ReportConfig.class).limits(),
                                storeUndoubted));
            }
        } finally {
            progress.end();
        }
        Summary summary = new Summary(files.results(), dryRun);
        if (json) {
            summary.printJson(output);
        } else {
            summary.print(output);
        }
        output.flush();
        return summary.hasRefused() ? REFUSED : summary.hasHeldBack() ? HELD_BACK : DONE;
    }

    private static void importCsv(ImportSession session, CsvInput file) throws SQLException, IOException {
        file.result().imported(session.csv(file.content()));
    }

    private void importReports(ImportSession session, List<ReportInput> reports, Reports reader) throws SQLException {
        if (reports.size() > 1) {
            refuseSameInspections(reports, reader);
        }
        for (ReportInput report : reports) {
            if (!report.result().isRefused()) {
                importFile(report.path(), report.result(), () -> {
                    ReadReport reading = reader.read(report.path());
                    report.result().imported(session.report(reading), reading);
                });
            }
        }
    }

    /**
     * Reads all reports once before the first is imported. Only what each is about is kept, so that a folder of
     * any size fits into memory; each report is read again to be imported.
     */
    private void refuseSameInspections(List<ReportInput> reports, Reports reader) throws SQLException {
        Map<Inspection, Map<String, List<ReportInput>>> byInspection = new LinkedHashMap<>();
        for (ReportInput report : reports) {
            importFile(report.path(), report.result(), () -> {
                ReadReport reading = reader.read(report.path());
                byInspection
                        .computeIfAbsent(Inspection.of(reading.identity()), inspection -> new LinkedHashMap<>())
                        .computeIfAbsent(reading.document().text().sha256(), content -> new ArrayList<>())
                        .add(report);
            });
        }
        byInspection.forEach((inspection, contents) -> {
            if (contents.size() > 1) {
                List<ReportInput> same =
                        contents.values().stream().flatMap(List::stream).toList();
                String names =
                        same.stream().map(report -> report.path().toString()).collect(Collectors.joining(" and "));
                same.forEach(report -> report.result()
                        .refuse(names
                                + ": are about the same inspection ("
                                + inspection
                                + "): import only the valid one, or import the newer one in a later call"));
            }
        });
    }

    private interface Work {
        void run() throws SQLException, IOException;
    }

    /** Works on one file. If the file is bad, that becomes its result. */
    private void importFile(Path path, FileResult result, Work work) throws SQLException {
        long start = System.nanoTime();
        try {
            progress.begin(path.toString(), Files.exists(path) ? Files.size(path) : 0);
            work.run();
        } catch (DatasetException e) {
            result.refuse(e);
        } catch (RefusedReportException e) {
            // Its constructors require a message.
            result.refuse(Objects.requireNonNull(e.getMessage()));
        } catch (IOException e) {
            result.refuse(path + ": cannot be read (" + e + "): check the file and its permissions");
        } finally {
            progress.end();
            result.setMillis((System.nanoTime() - start) / 1_000_000);
        }
    }
}
