package peel;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import peel.command.Command;
import peel.command.CommandRun;
import peel.embedded.EmbeddedConfig;
import peel.embedded.EmbeddedDatabase;
import peel.importing.DatasetConfig;
import peel.launch.HealthProbe;
import peel.launch.Settings;
import peel.launch.StartException;
import peel.start.ConfiguredDatabase;
import peel.start.DatabaseConfig;
import peel.start.LeanStart;
import peel.start.StartFailure;

/**
 * Starts the service: first sees to a database, then runs Quarkus. With a JDBC URL configured it
 * waits until that database can be reached; without one it starts a PostgreSQL of its own, where
 * the packaging brings one.
 *
 * <p>Exit codes: 0 after a regular end, 1 if the service could not start (one line on the standard
 * error stream says why), those of {@link Command} for a command, and what the operating system
 * makes of a signal (130 for Ctrl-C, 143 for SIGTERM).
 */
@QuarkusMain
public class Main {

    // Set while an image is built as well as when it runs. Quarkus initialises classes when it
    // builds the image, so there this is a constant and the embedded database is never linked.
    private static final boolean NATIVE_IMAGE = System.getProperty("org.graalvm.nativeimage.imagecode") != null;

    /**
     * Runs the service until it is told to stop; with the one argument {@code health} asks a
     * running one whether it is ready, with others runs a command ({@link Command}).
     *
     * @param args none for the service
     */
    public static void main(String... args) {
        if (HealthProbe.isAskedFor(args)) {
            HealthProbe.main(args);
        }
        if (Command.isAskedFor(args)) {
            runCommand(args);
            return;
        }
        AutoCloseable database;
        boolean withTraces = false;
        try {
            Settings settings = Settings.read(EmbeddedConfig.class, DatabaseConfig.class, DatasetConfig.class);
            withTraces = settings.wantsTraces();
            database = openDatabase(settings, false);
        } catch (RuntimeException e) {
            StartFailure.report(e, withTraces);
            if (Settings.isDevMode()) {
                // The dev mode goes on, and starts again when something was changed.
                throw e;
            }
            System.exit(1);
            return;
        }
        boolean traces = withTraces || Settings.isDevMode();
        Quarkus.run(null, (code, failure) -> end(database, code, failure, traces), args);
    }

    /** Runs an import or export and ends the process. */
    private static void runCommand(String... args) {
        Command.Parsed parsed = Command.parse(args);
        if (parsed.command().isEmpty()) {
            System.exit(parsed.exitCode());
        }
        AutoCloseable database = () -> {};
        boolean withTraces = false;
        int code = Command.FAILED;
        try {
            Settings settings = Settings.read(EmbeddedConfig.class, DatabaseConfig.class);
            withTraces = settings.wantsTraces();
            database = openDatabase(settings, true);
            CommandRun run = new CommandRun(parsed.command().get());
            if (!run.isPrepared()) {
                AutoCloseable opened = database;
                boolean traces = withTraces;
                run.prepareQuarkus();
                Quarkus.run(CommandRun.class, (ended, failure) -> end(opened, ended, failure, traces), args);
                return;
            }
            code = run.run(args);
        } catch (RuntimeException | SQLException e) {
            StartFailure.report(e, withTraces);
        }
        close(database);
        System.exit(code);
    }

    /**
     * @param join whether an embedded database that a running service has started will do
     */
    private static AutoCloseable openDatabase(Settings settings, boolean join) {
        if (settings.jdbcUrl().isPresent()) {
            Duration patience = settings.get(DatabaseConfig.class).patience();
            try (Connection connection = new ConfiguredDatabase(settings).awaitConnection(patience)) {
                if (!join) {
                    LeanStart.prepare(connection, settings);
                }
            } catch (SQLException e) {
                // Closing it failed: whether the database is there the pool will find out.
            }
            return () -> {};
        }
        if (NATIVE_IMAGE || !EmbeddedDatabase.isPackaged()) {
            throw new StartException(
                    "QUARKUS_DATASOURCE_JDBC_URL is missing, and this packaging brings no PostgreSQL of its"
                            + " own: set it (jdbc:postgresql://host:5432/database), with"
                            + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
        }
        EmbeddedConfig config = settings.get(EmbeddedConfig.class);
        return join ? EmbeddedDatabase.startOrJoin(config) : EmbeddedDatabase.start(config);
    }

    /** Runs when Quarkus has stopped, or has not started. */
    private static void end(AutoCloseable database, int code, Throwable failure, boolean traces) {
        if (failure != null && !ApplicationLifecycleManager.isVmShuttingDown()) {
            StartFailure.report(failure, traces);
        }
        close(database);
        // Ends the process, or in dev mode keeps it for the next change.
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }

    private static void close(AutoCloseable database) {
        try {
            database.close();
        } catch (Exception e) {
            throw new IllegalStateException("Closing the database doesn't throw", e);
        }
    }
}
