package peel.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import peel.importing.CsvFile;
import peel.importing.format.Formats;
import peel.importing.input.DatasetException;

/**
 * The files to import, in the order of import: first CSV files, each after those that it refers to, then
 * reports by name.
 */
final class InputFiles {

    record CsvInput(Path path, CsvFile content, FileResult result) {}

    record ReportInput(Path path, FileResult result) {}

    private final List<FileResult> results = new ArrayList<>();
    private final List<CsvInput> csv = new ArrayList<>();
    private final List<ReportInput> reports = new ArrayList<>();
    private final Progress progress;

    InputFiles(List<Path> paths, Progress progress) {
        this.progress = progress;
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                addFolder(path);
            } else {
                add(path);
            }
        }
        csv.sort(Comparator.comparing(input -> input.content().format(), Formats.IMPORT_ORDER));
    }

    /** One for each file, in the order of the command line; those of a folder by name. */
    List<FileResult> results() {
        return results;
    }

    List<CsvInput> csv() {
        return csv;
    }

    List<ReportInput> reports() {
        return reports;
    }

    private void addFolder(Path folder) {
        List<Path> files;
        try (Stream<Path> content = Files.list(folder)) {
            files = content.filter(file -> Files.exists(file) && !Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            result(folder).refuse(folder + ": cannot be listed (" + e + "): check its permissions");
            return;
        }
        boolean any = false;
        for (Path file : files) {
            if (kindOf(file).isEmpty()) {
                progress.say(file + ": skipped, because its name does not end in .txt, .pdf or .csv.");
            } else {
                any = true;
                add(file);
            }
        }
        if (!any) {
            result(folder).refuse(folder + ": contains no .txt, .pdf or .csv file: use another folder");
        }
    }

    private static String kindOf(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(".txt", ".pdf", ".csv")
                .filter(name::endsWith)
                .findFirst()
                .orElse("");
    }

    private FileResult result(Path path) {
        FileResult result = new FileResult(path.toString());
        results.add(result);
        return result;
    }

    private void add(Path path) {
        FileResult result = result(path);
        if (!Files.exists(path)) {
            result.refuse(path + ": there is no such file: check the path");
        } else if (!Files.isRegularFile(path)) {
            // Opening a pipe waits for its other end, and a device may have none.
            result.refuse(path + ": is a pipe, socket or device: save what it contains to a file, and import that");
        } else if (kindOf(path).isEmpty()) {
            result.refuse(path + ": its name must end in .txt, .pdf or .csv: rename it, or leave it out");
        } else if (kindOf(path).equals(".csv")) {
            addCsv(path, result);
        } else {
            reports.add(new ReportInput(path, result));
        }
    }

    private void addCsv(Path path, FileResult result) {
        String name = path.getFileName().toString();
        try {
            CsvFile content = CsvFile.recognise(name, () -> open(path));
            csv.add(new CsvInput(path, content, result));
        } catch (DatasetException e) {
            result.refuse(e);
        } catch (IOException e) {
            result.refuse(name + ": cannot be read (" + e + "): check its permissions");
        }
    }

    private InputStream open(Path path) throws IOException {
        return progress.watch(Files.newInputStream(path));
    }
}
