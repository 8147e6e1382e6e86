package peel;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import peel.command.Command;
import peel.command.CommandRun;
import peel.embedded.EmbeddedConfig;
import peel.embedded.EmbeddedDatabase;
import peel.health.HealthProbe;
import peel.importing.DatasetConfig;
import peel.launch.Settings;
import peel.launch.ShutdownBound;
import peel.launch.StartException;
import peel.start.ConfiguredDatabase;
import peel.start.DatabaseConfig;
import peel.start.DatabaseOpening;
import peel.start.FastStart;
import peel.start.PooledConnections;
import peel.start.PreparedDatabase;
import peel.start.StartFailure;

/**
 * Starts the service: first makes a database available, then runs Quarkus. If a JDBC URL is configured, waits until
 * that database can be reached; otherwise starts an embedded PostgreSQL, if the packaging contains one.
 *
 * <p>Exit codes: 0 after a regular end; 1 if the service could not start, with one line on the standard error stream
 * that says why; those of {@link Command} for a command; and those of the operating system for a signal (130 for
 * Ctrl-C, 143 for SIGTERM).
 */
@QuarkusMain
public class Main {

    // The property is set while a native executable is built and while it runs. Quarkus initialises classes when it
    // builds the executable, so there this is a constant and the embedded database is never linked.
    private static final boolean NATIVE_IMAGE = System.getProperty("org.graalvm.nativeimage.imagecode") != null;

    private volatile AutoCloseable database = () -> {};
    private volatile boolean withTraces;

    /**
     * Runs the service until it is stopped. With arguments, runs a command instead: {@code health} ({@link
     * HealthProbe}) or one of {@link Command}.
     */
    public static void main(String... args) {
        if (HealthProbe.isRequested(args)) {
            HealthProbe.main(args);
        }
        if (Command.isAskedFor(args)) {
            runCommand(args);
            return;
        }
        Main service = new Main();
        if (NATIVE_IMAGE) {
            // There is no embedded database to start, whose settings Quarkus would have to wait for.
            DatabaseOpening opening = DatabaseOpening.begin(service::open);
            Quarkus.run(null, (code, failure) -> service.end(code, opening.reason(failure)), args);
            return;
        }
        try {
            service.open();
        } catch (RuntimeException e) {
            StartFailure.report(e, service.withTraces);
            if (Settings.isDevMode()) {
                // The dev mode keeps running and starts again after a change.
                throw e;
            }
            System.exit(1);
            return;
        }
        Quarkus.run(null, service::end, args);
    }

    /** Reads the settings of the start, and makes the database available. */
    private void open() {
        Settings settings = Settings.read(EmbeddedConfig.class, DatabaseConfig.class, DatasetConfig.class);
        withTraces = settings.wantsTraces();
        database = openDatabase(settings, false);
        if (!Settings.isDevMode()) {
            ShutdownBound.register(settings.shutdownBound(), () -> {
                ShutdownBound.awaitQuarkus();
                close(database);
            });
        }
    }

    /** Runs an import or export and exits. */
    private static void runCommand(String... args) {
        Command.Parsed parsed = Command.parse(args);
        if (parsed.command().isEmpty()) {
            System.exit(parsed.exitCode());
        }
        Main launch = new Main();
        int code = Command.FAILED;
        try {
            Settings settings = Settings.read(EmbeddedConfig.class, DatabaseConfig.class);
            launch.withTraces = settings.wantsTraces();
            launch.database = openDatabase(settings, true);
            CommandRun run = new CommandRun(parsed.command().get());
            if (!run.isPrepared()) {
                run.prepareQuarkus();
                Quarkus.run(CommandRun.class, launch::end, args);
                return;
            }
            code = run.run(args);
        } catch (RuntimeException | SQLException e) {
            StartFailure.report(e, launch.withTraces);
        }
        close(launch.database);
        System.exit(code);
    }

    /**
     * @param join whether to use the embedded database of a running service, if there is one
     */
    private static AutoCloseable openDatabase(Settings settings, boolean join) {
        if (settings.jdbcUrl().isPresent()) {
            DatabaseConfig config = settings.get(DatabaseConfig.class);
            try (Connection connection = new ConfiguredDatabase(settings).awaitConnection(config.maxWait())) {
                PooledConnections.prepare(connection, settings, !join);
                if (!join) {
                    PreparedDatabase.await(connection, settings, config.preparationWait());
                    FastStart.prepare(connection, settings);
                }
            } catch (SQLException e) {
                // Closing the connection failed. If the database is unavailable, the pool will report it.
            }
            return () -> {};
        }
        if (NATIVE_IMAGE || !EmbeddedDatabase.isPackaged()) {
            throw new StartException(
                    "QUARKUS_DATASOURCE_JDBC_URL is missing, and this packaging contains no embedded PostgreSQL. Set it"
                            + " (jdbc:postgresql://host:5432/database), with QUARKUS_DATASOURCE_USERNAME and"
                            + " QUARKUS_DATASOURCE_PASSWORD.");
        }
        EmbeddedConfig embedded = settings.get(EmbeddedConfig.class);
        return join ? EmbeddedDatabase.startOrJoin(embedded) : EmbeddedDatabase.start(embedded);
    }

    /** Called when Quarkus has stopped or could not start. */
    private void end(int code, @Nullable Throwable failure) {
        if (failure != null && !ApplicationLifecycleManager.isVmShuttingDown()) {
            StartFailure.report(failure, withTraces || Settings.isDevMode());
        }
        close(database);
        // Exits, or in dev mode waits for the next change.
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }

    private static void close(AutoCloseable database) {
        try {
            database.close();
        } catch (Exception e) {
            throw new IllegalStateException("Closing the database throws no checked exception", e);
        }
    }
}
