package peel.command;

import java.util.ArrayList;
import java.util.List;
import peel.importing.Changes;
import peel.importing.DatasetException;
import peel.reading.evidence.Remark;

/** What became of one file. */
final class FileResult {

    private final String file;
    private Changes changes = new Changes();
    private final List<String> problems = new ArrayList<>();
    private long problemCount;
    private List<Remark> remarks = List.of();
    private long millis;

    FileResult(String file) {
        this.file = file;
    }

    /** As it was named on the command line. */
    String file() {
        return file;
    }

    void imported(Changes done, List<Remark> remarked) {
        changes = done;
        remarks = remarked;
    }

    void refuse(String problem) {
        problems.add(problem);
        problemCount++;
    }

    void refuse(DatasetException error) {
        problems.addAll(error.problems());
        problemCount += error.count();
    }

    void took(long time) {
        millis = time;
    }

    boolean isRefused() {
        return problemCount > 0;
    }

    /** What is wrong with it: the first hundred, one line each. */
    List<String> problems() {
        return problems;
    }

    long problemCount() {
        return problemCount;
    }

    Changes changes() {
        return changes;
    }

    List<Remark> remarks(Remark.Kind kind) {
        return remarks.stream().filter(remark -> remark.kind() == kind).toList();
    }

    long millis() {
        return millis;
    }
}
