package peel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A database that the packaged service has prepared: its first start, once for all tests of a JVM. Copies of the
 * database ({@link ScratchDatabase#prepared}) take a second, a first start takes ten.
 *
 * <p>At the end of that start, a JVM writes the classes that it has loaded to a file, from which later services load
 * them in half the time. {@code @QuarkusIntegrationTest} starts services without the file, as operators do.
 */
final class PreparedDatabase {

    private static final Path DIRECTORY = Path.of("target", "prepared").toAbsolutePath();

    private static ScratchDatabase database;
    private static Optional<Path> classes = Optional.empty();

    private PreparedDatabase() {}

    /** The database's name. Nobody is connected to it, so that it can be a template. */
    static synchronized String name() throws Exception {
        if (database == null) {
            ScratchDatabase empty = ScratchDatabase.create("prepared");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(empty)));
            Files.createDirectories(DIRECTORY);
            prepare(empty);
            database = empty;
        }
        return database.name();
    }

    /** The options with which a JVM loads the service's classes from the file, if there is one. */
    static synchronized Optional<String> classes() {
        return classes.map(file -> "-XX:SharedArchiveFile=" + file);
    }

    private static void prepare(ScratchDatabase empty) throws IOException, InterruptedException {
        Path file = DIRECTORY.resolve("classes.jsa");
        Files.deleteIfExists(file);
        // The jar for the container image has a cache of its own, with which this one cannot be combined.
        boolean writes = !LaunchedService.isNative() && !LaunchedService.isForContainer();
        String[] options = writes
                ? new String[] {"-XX:+IgnoreUnrecognizedVMOptions", "-XX:ArchiveClassesAtExit=" + file}
                : new String[0];
        LaunchedService service = LaunchedService.run(DIRECTORY, empty.environment(), options);
        try {
            service.awaitReady();
        } finally {
            service.stop();
        }
        classes = Optional.of(file).filter(Files::exists);
    }

    private static void drop(ScratchDatabase database) {
        try {
            database.close();
        } catch (SQLException e) {
            // The embedded server stops at the same time, and its data are deleted.
        }
    }
}
