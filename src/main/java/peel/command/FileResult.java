package peel.command;

import java.util.ArrayList;
import java.util.List;
import peel.importing.input.DatasetException;
import peel.importing.table.ImportChanges;
import peel.reading.evidence.Remark;

/** The result of importing one file. */
final class FileResult {

    private final String file;
    private ImportChanges changes = new ImportChanges();
    private final List<String> problems = new ArrayList<>();
    private long problemCount;
    private List<Remark> remarks = List.of();
    private long millis;

    FileResult(String file) {
        this.file = file;
    }

    /** The file's path as on the command line. */
    String file() {
        return file;
    }

    void imported(ImportChanges changes, List<Remark> remarks) {
        this.changes = changes;
        this.remarks = remarks;
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

    List<Remark> remarks(Remark.Kind kind) {
        return remarks.stream().filter(remark -> remark.kind() == kind).toList();
    }

    long millis() {
        return millis;
    }
}
