package peel.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import peel.importing.Export;
import peel.importing.format.Format;
import peel.importing.format.Formats;
import peel.launch.Console;
import peel.launch.Settings;
import peel.query.Jdbc;
import peel.report.ReportFiles;
import peel.report.ReportFiles.ReportFile;

/** The command {@code export --folder}, which writes all formats and the files of all current reports. */
final class ExportAllCommand extends Command {

    private final Path folder;

    ExportAllCommand(Path folder) {
        this.folder = folder;
    }

    @Override
    public int run(Connection connection, Settings settings, PrintStream output) throws SQLException, IOException {
        Files.createDirectories(folder);
        connection.setAutoCommit(false);
        // All files show the same state, whatever is imported meanwhile.
        Jdbc.execute(connection, List.of("set transaction isolation level repeatable read, read only"));
        long rows = 0;
        Set<String> names = new HashSet<>();
        for (Format format : Formats.ALL) {
            String name = format.name() + ".csv";
            names.add(name);
            try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
                rows += Export.write(connection, format, out);
            }
        }
        int[] reports = new int[1];
        try {
            ReportFiles.forEach(connection, file -> {
                write(file, names);
                reports[0]++;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        connection.commit();
        Console.say("Wrote %d rows and %d reports to %s.".formatted(rows, reports[0], folder));
        return DONE;
    }

    private void write(ReportFile file, Set<String> names) {
        String name = safeName(file);
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            name = file.publication().replaceAll("[^A-Za-z0-9._-]", "_") + ".txt";
            names.add(name.toLowerCase(Locale.ROOT));
        }
        if (!file.same()) {
            Console.say(name + " has the stored text, but is not the file that was imported: a PDF, or a text in an"
                    + " unusual form.");
        }
        try {
            Files.write(folder.resolve(name), file.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stored name, if it can be only a name in this folder and is not that of a format. */
    private static String safeName(ReportFile file) {
        String name = file.name();
        boolean safe = !name.isEmpty()
                && name.charAt(0) != '.'
                && name.chars().noneMatch(sign -> sign < ' ' || sign == '/' || sign == '\\' || sign == ':')
                && name.toLowerCase(Locale.ROOT).endsWith(".txt");
        return safe ? name : file.publication().replaceAll("[^A-Za-z0-9._-]", "_") + ".txt";
    }
}
