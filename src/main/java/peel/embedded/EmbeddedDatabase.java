package peel.embedded;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import peel.start.Console;
import peel.start.Settings;
import peel.start.StartException;

/**
 * The service's own PostgreSQL for the length of one run: started before Quarkus, stopped after it.
 * While it runs, system properties tell Quarkus where it is.
 */
public final class EmbeddedDatabase implements AutoCloseable {

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

    private synchronized void startServer(EmbeddedConfig config) {
        if (closed) {
            throw new StartException("The start was interrupted.");
        }
        long begin = System.nanoTime();
        server = PostgresServer.start(config.dataFolder());
        System.setProperty(Settings.JDBC_URL, server.jdbcUrl());
        System.setProperty(Settings.USERNAME, server.username());
        System.setProperty(Settings.PASSWORD, server.password());
        Console.say(
                "No JDBC URL is configured: started the embedded PostgreSQL with the data in "
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
