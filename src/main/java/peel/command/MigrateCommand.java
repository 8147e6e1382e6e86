package peel.command;

import java.io.PrintStream;
import java.sql.Connection;
import peel.launch.Console;
import peel.launch.Settings;

/**
 * The command {@code migrate}, which prepares the database as the first start of the service does: its tables and the
 * dataset. The preparation itself is that of {@link CommandRun}.
 */
final class MigrateCommand extends Command {

    private boolean prepared;

    @Override
    void willPrepare() {
        prepared = true;
    }

    @Override
    public int run(Connection connection, Settings settings, PrintStream output) {
        Console.line(
                output,
                prepared
                        ? "The database is prepared: it has the tables of this version, and the dataset is loaded."
                        : "Nothing to do: this version has already prepared the database.");
        output.flush();
        return DONE;
    }
}
