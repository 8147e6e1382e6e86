package peel.command;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import peel.importing.DatasetConfig;
import peel.launch.Console;
import peel.launch.OneLine;
import peel.launch.Settings;
import peel.query.ConnectionPooler;
import peel.start.CheckedBuild;
import peel.start.ConfiguredDatabase;
import peel.start.StartFailure;

/**
 * Runs a command on the configured database. Quarkus is started only if this build has not prepared the
 * database yet: it runs the migrations and loads the dataset. The HTTP server is not started.
 */
public final class CommandRun implements QuarkusApplication {

    private static @Nullable Command commandForQuarkus;

    private final Command command;
    private final Settings settings;

    /** For Quarkus: runs the command for which Quarkus was started. */
    public CommandRun() {
        // Set by prepareQuarkus, before Quarkus starts.
        this(Objects.requireNonNull(commandForQuarkus));
    }

    public CommandRun(Command command) {
        this.command = command;
        this.settings = Settings.read(DatasetConfig.class, ReportConfig.class);
    }

    /** Whether a start of this build has prepared the database. */
    public boolean isPrepared() throws SQLException {
        try (Connection connection = connect()) {
            return CheckedBuild.isRecorded(connection, settings);
        }
    }

    /** Configures Quarkus, before it starts, to serve nothing and to print nothing but warnings. */
    public void prepareQuarkus() {
        commandForQuarkus = command;
        command.willPrepare();
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.banner.enabled", "false");
        System.setProperty("quarkus.log.console.stderr", "true");
        if (!settings.hasLogLevel()) {
            System.setProperty("quarkus.log.level", "WARN");
        }
    }

    @Override
    public int run(String... args) {
        // Only results go to standard output, not what a library prints.
        PrintStream output = System.out;
        System.setOut(System.err);
        try (Connection connection = connect()) {
            noticeDeadClients(connection);
            return command.run(connection, settings, output);
        } catch (SQLException e) {
            Console.say(StartFailure.explain(e)
                    .orElse("The database refused a statement ("
                            + OneLine.of(e)
                            + "). What was imported before is kept; the rest was not imported."));
            if (settings.wantsTraces()) {
                Console.trace(e);
            }
            return Command.FAILED;
        } catch (IOException e) {
            Console.say("The file cannot be written (" + OneLine.of(e.toString()) + ").");
            return Command.FAILED;
        }
    }

    private Connection connect() throws SQLException {
        return new ConfiguredDatabase(settings).connect();
    }

    /** Lets a killed import release its lock within a second, even during a long statement. */
    private static void noticeDeadClients(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            if (ConnectionPooler.isUsed(connection)) {
                // The setting would be left to other clients, and PostgreSQL knows only the pooler.
                return;
            }
            statement.execute("set client_connection_check_interval = '1s'");
        } catch (SQLException e) {
            // Not every operating system supports the setting.
        }
    }
}
