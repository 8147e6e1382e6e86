package peel.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import peel.importing.table.ImportChanges;
import peel.importing.table.ImportChanges.Counts;
import peel.launch.Console;
import peel.launch.OneLine;
import peel.reading.evidence.Place;
import peel.reading.evidence.Plausibility;
import peel.reading.evidence.Remark;

/** The results of an import, by file and in total, for people or as JSON. */
final class Summary {

    private final List<FileResult> files;
    private final boolean dryRun;

    Summary(List<FileResult> files, boolean dryRun) {
        this.files = files;
        this.dryRun = dryRun;
    }

    boolean hasRefused() {
        return files.stream().anyMatch(FileResult::isRefused);
    }

    boolean hasHeldBack() {
        return files.stream().anyMatch(FileResult::hasHeldBack);
    }

    private ImportChanges total() {
        ImportChanges total = new ImportChanges();
        files.forEach(file -> total.add(file.changes()));
        return total;
    }

    private long refused() {
        return files.stream().filter(FileResult::isRefused).count();
    }

    private int remarks(Remark.Kind kind) {
        return files.stream().mapToInt(file -> file.remarks(kind).size()).sum();
    }

    // For people
    // ------------------------------------------------------------------------------------------

    void print(PrintStream out) {
        for (FileResult file : files) {
            print(file, out);
        }
        Counts total = total().total();
        Console.line(
                out,
                (dryRun ? "Would be in total: " : "In total: ")
                        + counts(total)
                        + "; files: "
                        + (files.size() - refused())
                        + (dryRun ? " importable, " : " imported, ")
                        + refused()
                        + " refused; contradictions: "
                        + remarks(Remark.Kind.CONTRADICTION)
                        + "; held back: "
                        + files.stream()
                                .mapToInt(file -> file.heldBack().size())
                                .sum()
                        + "; sentences not understood: "
                        + remarks(Remark.Kind.NOT_UNDERSTOOD)
                        + (dryRun ? ". Nothing was stored." : "."));
    }

    private static void print(FileResult file, PrintStream out) {
        if (file.isRefused()) {
            Console.line(out, file.file() + ": refused, nothing of it was stored");
            file.problems().forEach(problem -> Console.line(out, "  " + OneLine.of(problem)));
            long more = file.problemCount() - file.problems().size();
            if (more > 0) {
                Console.line(out, "  and " + more + " more errors, " + file.problemCount() + " altogether");
            }
            return;
        }
        Plausibility plausibility = file.plausibility();
        if (plausibility != null) {
            Console.line(out, file.file() + ": " + plausibility.grades());
            plausibility.doubts().forEach(doubt -> Console.line(out, "  in doubt: " + OneLine.of(doubt)));
        }
        Console.line(out, file.file() + ": " + counts(file.changes().total()) + " (" + file.millis() + " ms)");
        file.changes().byTable().forEach((table, counts) -> Console.line(out, "  " + table + ": " + counts(counts)));
        file.changes().notes().forEach(note -> Console.line(out, "  " + note));
        for (Remark remark : file.heldBack()) {
            Console.line(out, "  not stored, " + remark.place().lines().label() + ": " + OneLine.of(remark.text()));
        }
        for (Remark remark : file.remarks(Remark.Kind.CONTRADICTION)) {
            Console.line(
                    out,
                    "  contradiction, "
                            + remark.place().lines().label()
                            + (remark.other() == null
                                    ? ""
                                    : " against " + remark.other().lines().label())
                            + ": "
                            + OneLine.of(remark.text()));
        }
        for (Remark remark : file.remarks(Remark.Kind.NOT_UNDERSTOOD)) {
            Console.line(out, "  not understood, " + remark.place().lines().label() + ": " + OneLine.of(remark.text()));
        }
    }

    private static String counts(Counts counts) {
        return counts.inserted() + " inserted, " + counts.changed() + " changed, " + counts.unchanged() + " unchanged";
    }

    // For programs
    // ------------------------------------------------------------------------------------------

    void printJson(PrintStream out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeBooleanField("dryRun", dryRun);
            json.writeArrayFieldStart("files");
            for (FileResult file : files) {
                write(file, json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("total");
            json.writeNumberField("files", files.size());
            write(total().total(), json);
            json.writeNumberField("refused", refused());
            json.writeNumberField("contradictions", remarks(Remark.Kind.CONTRADICTION));
            json.writeNumberField("notUnderstood", remarks(Remark.Kind.NOT_UNDERSTOOD));
            json.writeEndObject();
            json.writeEndObject();
        }
        // What is escaped for terminals is within strings, where JSON escapes it in the same way.
        Console.line(out, text.toString());
    }

    private static void write(FileResult file, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.file());
        json.writeBooleanField("refused", file.isRefused());
        json.writeNumberField("errorCount", file.problemCount());
        json.writeArrayFieldStart("errors");
        for (String problem : file.problems()) {
            json.writeString(OneLine.of(problem));
        }
        json.writeEndArray();
        write(file.changes().total(), json);
        json.writeObjectFieldStart("tables");
        for (Map.Entry<String, Counts> table : file.changes().byTable().entrySet()) {
            json.writeObjectFieldStart(table.getKey());
            write(table.getValue(), json);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("notes");
        for (String note : file.changes().notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        Plausibility plausibility = file.plausibility();
        if (plausibility != null) {
            json.writeObjectFieldStart("grades");
            json.writeNumberField("found", plausibility.gradesFound());
            json.writeNumberField("expected", plausibility.gradesExpected());
            json.writeEndObject();
            json.writeArrayFieldStart("doubts");
            for (String doubt : plausibility.doubts()) {
                json.writeString(OneLine.of(doubt));
            }
            json.writeEndArray();
        }
        write("heldBack", file.heldBack(), json);
        write("contradictions", file.remarks(Remark.Kind.CONTRADICTION), json);
        write("notUnderstood", file.remarks(Remark.Kind.NOT_UNDERSTOOD), json);
        json.writeNumberField("milliseconds", file.millis());
        json.writeEndObject();
    }

    private static void write(Counts counts, JsonGenerator json) throws IOException {
        json.writeNumberField("inserted", counts.inserted());
        json.writeNumberField("changed", counts.changed());
        json.writeNumberField("unchanged", counts.unchanged());
    }

    private static void write(String name, List<Remark> remarks, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Remark remark : remarks) {
            json.writeStartObject();
            json.writeStringField("text", remark.text());
            write("place", remark.place(), json);
            if (remark.other() != null) {
                write("other", remark.other(), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(String name, Place place, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("lineFrom", place.lines().from());
        json.writeNumberField("lineTo", place.lines().to());
        json.writeStringField("quotation", place.quotation());
        json.writeEndObject();
    }
}
