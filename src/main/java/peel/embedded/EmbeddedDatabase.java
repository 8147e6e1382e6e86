package peel.embedded;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import peel.launch.Console;
import peel.launch.OneLine;
import peel.launch.Settings;
import peel.launch.StartException;

/**
 * The service's own PostgreSQL for the length of one run: started before Quarkus, stopped after it.
 * While it runs, system properties tell Quarkus where it is.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** What an import or export owns a folder for: it is gone soon, and its server with it. */
    private static final String COMMAND = "command";

    private static final Duration SERVICE_START = Duration.ofSeconds(60);

    private final Thread hook = new Thread(this::closeAfterQuarkus, "embedded PostgreSQL stop");
    private PostgresServer server;
    private boolean closed;

    private EmbeddedDatabase() {}

    /**
     * Whether this packaging of the service brings PostgreSQL at all. The container image doesn't.
     *
     * @return whether {@link #start} has something to start
     */
    public static boolean isPackaged() {
        return EmbeddedDatabase.class
                        .getClassLoader()
                        .getResource("io/zonky/test/db/postgres/embedded/PgBinaryResolver.class")
                != null;
    }

    /**
     * Starts it.
     *
     * @param config where its data is
     * @return the running database; close it when Quarkus has stopped
     * @throws StartException if it can't start; the message says why
     */
    public static EmbeddedDatabase start(EmbeddedConfig config) {
        EmbeddedDatabase database = new EmbeddedDatabase();
        // Before the start: a signal in the middle of it waits until there is something to stop.
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
     * Uses the database of the service that runs on the folder, or else starts it for the time of
     * an import or export. While another import has it, waits and says so.
     *
     * @param config where its data is
     * @return the database; close it at the end
     * @throws StartException if it can't start; the message says why
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
        boolean said = false;
        while (true) {
            try {
                startFor(folder);
                return;
            } catch (OwnedFolder owned) {
                if (!owned.purpose().equals(COMMAND)) {
                    if (join(folder)) {
                        return;
                    }
                    if (System.nanoTime() > deadline) {
                        throw owned;
                    }
                } else if (!said) {
                    said = true;
                    Console.say("Another import is running (process " + owned.pid() + "), waiting for its end.");
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
        tellQuarkus(server.jdbcUrl(), server.username(), server.password());
    }

    private static boolean join(Path folder) {
        try {
            Optional<PostgresServer.Running> running = PostgresServer.running(folder);
            running.ifPresent(there -> tellQuarkus(there.jdbcUrl(), there.username(), there.password()));
            return running.isPresent();
        } catch (IOException e) {
            throw new StartException(
                    "The database of the service that runs on "
                            + folder
                            + " can't be used ("
                            + OneLine.of(e)
                            + "): run the import as the service's user.",
                    e);
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

    private static void tellQuarkus(String url, String username, String password) {
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
        tellQuarkus(server.jdbcUrl(), server.username(), server.password());
        Console.say("No JDBC URL is configured: started the embedded PostgreSQL with the data in "
                + config.dataFolder().toAbsolutePath().normalize()
                + " in "
                + (System.nanoTime() - begin) / 1_000_000
                + " ms.");
    }

    /** Stops it. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (server != null) {
            // First: a live reload may already be reading its settings, and these are not the
            // user's.
            System.clearProperty(Settings.JDBC_URL);
            System.clearProperty(Settings.USERNAME);
            System.clearProperty(Settings.PASSWORD);
            server.close();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending and the hook runs, or is about to find nothing to do.
        }
    }

    /**
     * On a signal all hooks run at once, and the process ends with the last of them. Requests that
     * Quarkus lets finish still need the database, so this one waits for Quarkus as Quarkus's own
     * hook does.
     */
    private void closeAfterQuarkus() {
        Application application = ApplicationLifecycleManager.getCurrentApplication();
        if (application != null) {
            application.awaitShutdown();
        }
        close();
    }
}
