package peel.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import peel.launch.Console;
import peel.launch.OneLine;
import peel.launch.Settings;
import peel.launch.ShutdownBound;
import peel.launch.StartException;

/**
 * The embedded PostgreSQL for one run of the service: started before Quarkus, stopped after it. While it runs, system
 * properties give Quarkus its address.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The purpose for which an import or export locks a data folder. It releases the folder soon. */
    private static final String COMMAND = "command";

    private static final String UNDEFINED_DATABASE = "3D000";
    private static final String STARTING = "57P03";

    private static final Duration SERVICE_START = Duration.ofSeconds(60);

    private final Thread hook = new Thread(this::closeAfterQuarkus, "embedded PostgreSQL stop");
    private @Nullable PostgresServer server;
    private boolean closed;

    private EmbeddedDatabase() {}

    /** Whether this packaging contains the embedded PostgreSQL. The container image does not. */
    public static boolean isPackaged() {
        return EmbeddedDatabase.class
                        .getClassLoader()
                        .getResource("io/zonky/test/db/postgres/embedded/PgBinaryResolver.class")
                != null;
    }

    /**
     * Starts the database.
     *
     * @return the running database; close it when Quarkus has stopped
     * @throws StartException if the database cannot start
     */
    public static EmbeddedDatabase start(EmbeddedConfig config) {
        EmbeddedDatabase database = new EmbeddedDatabase();
        // Before the start, so that a signal during the start stops the server afterwards.
        Runtime.getRuntime().addShutdownHook(database.hook);
        try {
            database.startServer(config);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /**
     * Uses the database of the service that runs on the folder, or starts it for the duration of an import or export.
     * While another import uses the folder, prints a message and waits.
     *
     * @return the database; close it at the end
     * @throws StartException if the database cannot start
     */
    public static EmbeddedDatabase startOrJoin(EmbeddedConfig config) {
        EmbeddedDatabase database = new EmbeddedDatabase();
        Runtime.getRuntime().addShutdownHook(database.hook);
        try {
            database.startOrJoinServer(config.dataFolder().toAbsolutePath().normalize());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    private void startOrJoinServer(Path folder) {
        long deadline = System.nanoTime() + SERVICE_START.toNanos();
        boolean announced = false;
        while (true) {
            try {
                startFor(folder);
                return;
            } catch (FolderInUseException e) {
                if (!e.purpose().equals(COMMAND)) {
                    if (join(folder)) {
                        return;
                    }
                    if (System.nanoTime() > deadline) {
                        throw e;
                    }
                } else if (!announced) {
                    announced = true;
                    Console.say("Another import is running (process " + e.pid() + "). Waiting for its end.");
                }
            }
            pause();
        }
    }

    private synchronized void startFor(Path folder) {
        if (closed) {
            throw new StartException("The start was interrupted.");
        }
        server = PostgresServer.start(folder, folder.resolve("binaries"), COMMAND);
        configureQuarkus(server.jdbcUrl(), server.username(), server.password());
    }

    private static boolean join(Path folder) {
        try {
            Optional<RunningServer> running = RunningServer.find(new DataFolder(folder));
            if (running.isEmpty() || !hasDatabase(running.get())) {
                return false;
            }
            running.ifPresent(server -> configureQuarkus(server.jdbcUrl(), server.username(), server.password()));
            return true;
        } catch (IOException e) {
            throw new StartException(
                    "The database of the service that runs on " + folder + " cannot be used (" + OneLine.of(e)
                            + "). Run the import as the service's user.",
                    e);
        }
    }

    /** Whether the first start of the service has got as far as creating the database. */
    private static boolean hasDatabase(RunningServer server) {
        try {
            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password())
                    .close();
            return true;
        } catch (SQLException e) {
            return !UNDEFINED_DATABASE.equals(e.getSQLState()) && !STARTING.equals(e.getSQLState());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("The start was interrupted.", e);
        }
    }

    private static void configureQuarkus(String url, String username, String password) {
        System.setProperty(Settings.JDBC_URL, url);
        System.setProperty(Settings.USERNAME, username);
        System.setProperty(Settings.PASSWORD, password);
    }

    private synchronized void startServer(EmbeddedConfig config) {
        if (closed) {
            throw new StartException("The start was interrupted.");
        }
        long begin = System.nanoTime();
        server = PostgresServer.start(config.dataFolder());
        configureQuarkus(server.jdbcUrl(), server.username(), server.password());
        Console.say("No JDBC URL is configured: started the embedded PostgreSQL with the data in "
                + config.dataFolder().toAbsolutePath().normalize() + " in "
                + (System.nanoTime() - begin) / 1_000_000 + " ms.");
    }

    /** Stops the database. Does nothing if it is closed already. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (server != null) {
            // First, because a live reload may already be reading its settings, and these are not the user's.
            System.clearProperty(Settings.JDBC_URL);
            System.clearProperty(Settings.USERNAME);
            System.clearProperty(Settings.PASSWORD);
            server.close();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is running, or will find nothing to do.
        }
    }

    /**
     * On a signal, all shutdown hooks run at once, and the process ends with the last of them. Requests that Quarkus
     * finishes first still need the database, so this hook waits for Quarkus, as Quarkus's own hook does.
     */
    private void closeAfterQuarkus() {
        ShutdownBound.awaitQuarkus();
        close();
    }
}
