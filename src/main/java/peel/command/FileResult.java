package peel.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.importing.input.DatasetException;
import peel.importing.table.ImportChanges;
import peel.reading.evidence.Plausibility;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.Remark;

/** The result of importing one file. */
final class FileResult {

    private final String file;
    private ImportChanges changes = new ImportChanges();
    private final List<String> problems = new ArrayList<>();
    private long problemCount;
    private List<Remark> remarks = List.of();
    private @Nullable Plausibility plausibility;
    private long millis;

    FileResult(String file) {
        this.file = file;
    }

    /** The file's path as on the command line. */
    String file() {
        return file;
    }

    void imported(ImportChanges changes) {
        this.changes = changes;
    }

    void imported(ImportChanges changes, ReadReport reading) {
        this.changes = changes;
        this.remarks = reading.remarks();
        this.plausibility = reading.plausibility();
    }

    void refuse(String problem) {
        problems.add(problem);
        problemCount++;
    }

    void refuse(DatasetException error) {
        problems.addAll(error.problems());
        problemCount += error.count();
    }

    void setMillis(long millis) {
        this.millis = millis;
    }

    boolean isRefused() {
        return problemCount > 0;
    }

    /** The first hundred errors, one line each. */
    List<String> problems() {
        return problems;
    }

    /** The number of all errors. */
    long problemCount() {
        return problemCount;
    }

    ImportChanges changes() {
        return changes;
    }

    /** How much of a report was found; null for other files. */
    @Nullable Plausibility plausibility() {
        return plausibility;
    }

    /** The facts of a report that are in doubt and were not stored. */
    List<Remark> heldBack() {
        return remarks.stream().filter(Remark::isHeldBack).toList();
    }

    /** Whether less was stored than the report says. */
    boolean hasHeldBack() {
        return !heldBack().isEmpty()
                || plausibility != null && plausibility.gradesFound() < plausibility.gradesExpected();
    }

    List<Remark> remarks(Remark.Kind kind) {
        return remarks.stream()
                .filter(remark -> remark.kind() == kind && !remark.isHeldBack())
                .toList();
    }

    long millis() {
        return millis;
    }
}
