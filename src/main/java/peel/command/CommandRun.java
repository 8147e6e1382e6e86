package peel.command;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import peel.importing.DatasetConfig;
import peel.launch.Console;
import peel.launch.OneLine;
import peel.launch.Settings;
import peel.start.CheckedBuild;
import peel.start.ConfiguredDatabase;
import peel.start.StartFailure;

/**
 * Runs a command on the configured database. Quarkus is started only where this build hasn't seen
 * to the database yet, for that: migrations and the dataset; the HTTP server isn't.
 */
public final class CommandRun implements QuarkusApplication {

    private static Command waiting;

    private final Command command;
    private final Settings settings;

    /** Runs, inside of Quarkus, the command that asked for its start. */
    public CommandRun() {
        this(waiting);
    }

    /**
     * @param command the command
     */
    public CommandRun(Command command) {
        this.command = command;
        this.settings = Settings.read(DatasetConfig.class, ReportConfig.class);
    }

    /** Whether the database is as a start of this build leaves it. */
    public boolean isPrepared() throws SQLException {
        try (Connection connection = connect()) {
            return CheckedBuild.isRecorded(connection, settings);
        }
    }

    /** Tells Quarkus, before it starts, that it serves nothing and is quiet. */
    public void prepareQuarkus() {
        waiting = command;
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.banner.enabled", "false");
        System.setProperty("quarkus.log.console.stderr", "true");
        if (!settings.hasLogLevel()) {
            System.setProperty("quarkus.log.level", "WARN");
        }
    }

    @Override
    public int run(String... args) {
        // Whatever a library prints is no result.
        PrintStream output = System.out;
        System.setOut(System.err);
        try (Connection connection = connect()) {
            noticeDeadClients(connection);
            return command.run(connection, settings, output);
        } catch (SQLException e) {
            Console.say(StartFailure.explain(e)
                    .orElse("The database refuses what is asked of it ("
                            + OneLine.of(e)
                            + "), what wasn't imported before was left out."));
            if (settings.wantsTraces()) {
                e.printStackTrace();
            }
            return Command.FAILED;
        } catch (IOException e) {
            Console.say("The file can't be written (" + OneLine.of(e.toString()) + ").");
            return Command.FAILED;
        }
    }

    private Connection connect() throws SQLException {
        return new ConfiguredDatabase(settings).connect();
    }

    /** A killed import gives its lock free in a second, even in the middle of a long statement. */
    private static void noticeDeadClients(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set client_connection_check_interval = '1s'");
        } catch (SQLException e) {
            // Not on every operating system.
        }
    }
}
