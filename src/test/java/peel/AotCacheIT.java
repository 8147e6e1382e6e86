package peel;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The JVM's ahead-of-time cache of the classes that a run of the service has loaded and compiled. This test creates it,
 * and {@code docker/Dockerfile.jvm} copies it into the image.
 */
@EnabledIf(
        value = "peel.LaunchedService#isForContainer",
        disabledReason = "only the jar for the container image (-Dcontainer) has a cache")
@EnabledForJreRange(minVersion = 25, disabledReason = "such caches exist since JDK 25")
class AotCacheIT {

    private static final Path CACHE =
            Path.of("target", "quarkus-app", "app.aot").toAbsolutePath();

    /** The options of the image: with another garbage collector, less of the cache could be used. */
    private static final String OPTIONS =
            "@" + Path.of("docker", "java-options").toAbsolutePath();

    private static final List<String> QUESTIONS = List.of(
            "{ force(name: \"kent\") { name judgments { question { code pillar } state grade source { url publication { title } } } } }",
            "{ forces(first: 43) { nodes { name judgments(cycle: \"2015\") { question { code } grade } } } }",
            "{ judgmentMatrix(cycle: \"2015\") { questions { code pillar } rows { force { slug } cells { state grade } } } }",
            "{ ranking(metric: \"workforce.officers\", at: \"2015-03-31\", direction: DESCENDING) { rank observation { area { name } value } } }",
            "{ observations(first: 50) { nodes { metric { code unit } from to asAt value missing } pageInfo { endCursor } } }");

    private static final int ROUNDS = 50;
    private static final int TERMINATED = 143;

    @TempDir
    Path directory;

    @Test
    void createsACacheFromWhichTheServiceStarts() throws Exception {
        Files.deleteIfExists(CACHE);
        truncateModificationTimes();
        try (ScratchDatabase database = ScratchDatabase.create("aot")) {
            // Prepares the database, because most starts find a prepared one.
            try (LaunchedService service = run(database)) {
                service.awaitReady();
            }
            try (LaunchedService service = run(database, "-XX:AOTCacheOutput=" + CACHE)) {
                service.awaitReady();
                for (int round = 0; round < ROUNDS; round++) {
                    ask(service);
                }
                assertEquals(TERMINATED, service.stop());
            }
            assertTrue(Files.isRegularFile(CACHE));
            // Without AOTMode=on, the JVM would silently ignore a cache that it cannot use.
            try (LaunchedService service = run(database, "-XX:AOTCache=" + CACHE, "-XX:AOTMode=on")) {
                service.awaitReady();
                ask(service);
            }
        }
    }

    /**
     * Truncates the modification times to seconds. In an image's layer they are whole seconds, which some builders
     * round and others truncate, and the JVM does not use the cache for a jar with another time.
     */
    private static void truncateModificationTimes() throws IOException {
        try (Stream<Path> files = Files.walk(CACHE.getParent())) {
            for (Path file : files.toList()) {
                Instant time = Files.getLastModifiedTime(file).toInstant();
                Files.setLastModifiedTime(file, FileTime.from(time.truncatedTo(SECONDS)));
            }
        }
    }

    private LaunchedService run(ScratchDatabase database, String... options) throws Exception {
        String[] all = new String[options.length + 1];
        all[0] = OPTIONS;
        System.arraycopy(options, 0, all, 1, options.length);
        return LaunchedService.run(directory, database.environment(Map.of("PEEL_ENDPOINT_ANSWER_CACHE", "0")), all);
    }

    private static void ask(LaunchedService service) throws Exception {
        for (String question : QUESTIONS) {
            String body = "{\"query\": \"%s\"}".formatted(question.replace("\"", "\\\""));
            var answer = service.ask(body).get();
            assertEquals(200, answer.statusCode(), answer.body());
            assertFalse(answer.body().contains("\"errors\""), answer.body());
        }
    }
}
