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
 * The database server of all tests in one JVM.
 *
 * @param jdbcUrl the URL of an existing database on the server
 * @param username a user who may create databases
 */
public record TestServer(String jdbcUrl, String username, String password) {

    /** The folder into which the tests unpack PostgreSQL's programs. */
    public static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    private static final String GIVEN = "PEEL_TEST_JDBC_URL";
    private static final String URL = "peel-test-server.url";
    private static final String USER = "peel-test-server.username";
    private static final String PASSWORD = "peel-test-server.password";
    private static final String LOG = "peel-test-server.log";

    /** The configured server, or an embedded one, which the first call starts. */
    public static TestServer get() {
        Optional<String> given =
                Optional.ofNullable(System.getProperty(GIVEN)).or(() -> Optional.ofNullable(System.getenv(GIVEN)));
        if (given.isPresent()) {
            Properties parsed = Driver.parseURL(given.get(), new Properties());
            return new TestServer(given.get(), parsed.getProperty("user", ""), parsed.getProperty("password", ""));
        }
        // Quarkus loads test classes in several class loaders, which have the system properties in common.
        Properties properties = System.getProperties();
        synchronized (properties) {
            if (properties.getProperty(URL) == null) {
                start(properties);
            }
            return new TestServer(
                    properties.getProperty(URL), properties.getProperty(USER), properties.getProperty(PASSWORD));
        }
    }

    /** The server's log; empty unless the server is an embedded one. */
    public Optional<Path> log() {
        return Optional.ofNullable(System.getProperty(LOG)).map(Path::of);
    }

    private static void start(Properties properties) {
        try {
            Path folder = Files.createTempDirectory("peel-test-postgres-");
            PostgresServer server = PostgresServer.start(folder, BINARIES);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                delete(folder);
            }));
            properties.setProperty(USER, server.username());
            properties.setProperty(PASSWORD, server.password());
            properties.setProperty(LOG, folder.resolve("postgres.log").toString());
            properties.setProperty(URL, server.jdbcUrl());
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

    /** The URL of a database, which need not exist. */
    public String jdbcUrl(String database) {
        return jdbcUrl.replaceFirst("(//[^/?]*)(/[^?]*)?", "$1/" + database);
    }
}
