package peel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.Driver;
import peel.embedded.PostgresServer;

/**
 * The server that the tests of one JVM share.
 *
 * @param jdbcUrl a database of it, to connect to for creating others
 * @param username a user who may create databases
 * @param password the user's password
 */
public record TestServer(String jdbcUrl, String username, String password) {

    /** Where tests unpack PostgreSQL's programs, once for all of them. */
    public static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    private static final String GIVEN = "PEEL_TEST_JDBC_URL";
    private static final String URL = "peel-test-server.url";
    private static final String USER = "peel-test-server.username";
    private static final String PASSWORD = "peel-test-server.password";
    private static final String LOG = "peel-test-server.log";

    /**
     * @return the server, started if it is the first time
     */
    public static TestServer get() {
        Optional<String> given =
                Optional.ofNullable(System.getProperty(GIVEN)).or(() -> Optional.ofNullable(System.getenv(GIVEN)));
        if (given.isPresent()) {
            Properties parsed = Driver.parseURL(given.get(), new Properties());
            return new TestServer(given.get(), parsed.getProperty("user", ""), parsed.getProperty("password", ""));
        }
        // Quarkus loads test classes in more than one class loader; the system properties are
        // common to all.
        Properties shared = System.getProperties();
        synchronized (shared) {
            if (shared.getProperty(URL) == null) {
                start(shared);
            }
            return new TestServer(shared.getProperty(URL), shared.getProperty(USER), shared.getProperty(PASSWORD));
        }
    }

    /** The server's log; empty where the server was given. */
    public Optional<Path> log() {
        return Optional.ofNullable(System.getProperty(LOG)).map(Path::of);
    }

    private static void start(Properties shared) {
        try {
            Path folder = Files.createTempDirectory("peel-test-postgres-");
            PostgresServer server = PostgresServer.start(folder, BINARIES);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                delete(folder);
            }));
            shared.setProperty(USER, server.username());
            shared.setProperty(PASSWORD, server.password());
            shared.setProperty(LOG, folder.resolve("postgres.log").toString());
            shared.setProperty(URL, server.jdbcUrl());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> content = Files.walk(folder)) {
            List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param database the name of a database
     * @return the URL of it
     */
    public String jdbcUrl(String database) {
        return jdbcUrl.replaceFirst("(//[^/?]*)(/[^?]*)?", "$1/" + database);
    }
}
