package peel.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import peel.importing.Export;
import peel.importing.format.Format;
import peel.launch.Console;
import peel.launch.Settings;

/** The command {@code export}, which writes the rows of one CSV format. */
final class ExportCommand extends Command {

    private final Format format;
    private final Optional<Path> file;

    ExportCommand(Format format, Optional<Path> file) {
        this.format = format;
        this.file = file;
    }

    @Override
    public int run(Connection connection, Settings settings, PrintStream output) throws SQLException, IOException {
        if (file.isEmpty()) {
            Export.write(connection, format, output);
            output.flush();
            return DONE;
        }
        Path target = file.get().toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            long rows;
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                rows = Export.write(connection, format, out);
            }
            // The file gets its name only when it is complete.
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            Console.say("Wrote " + rows + " rows to " + file.get() + ".");
            return DONE;
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }
}
