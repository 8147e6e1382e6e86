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
 * The ahead-of-time cache of the JVM, which {@code docker/Dockerfile.jvm} has made here and puts
 * into its image: what a run of the service loaded and compiled, so that the next one needn't.
 */
@EnabledIf(
        value = "peel.LaunchedService#isForContainer",
        disabledReason = "only the container's jar (-Dcontainer) gets a cache")
@EnabledForJreRange(minVersion = 25, disabledReason = "JDK 25 is the first with such a cache")
class AotCacheIT {

    private static final Path CACHE =
            Path.of("target", "quarkus-app", "app.aot").toAbsolutePath();

    /** Those of the image: another collector would use less of the cache. */
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
    void aRunLeavesACacheThatTheNextOneStartsFrom() throws Exception {
        Files.deleteIfExists(CACHE);
        giveWholeSeconds();
        try (ScratchDatabase database = ScratchDatabase.create("aot")) {
            // Most starts find a database that is ready.
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
            // Without AOTMode=on a cache that can't be used would be passed over in silence.
            try (LaunchedService service = run(database, "-XX:AOTCache=" + CACHE, "-XX:AOTMode=on")) {
                service.awaitReady();
                ask(service);
            }
        }
    }

    /**
     * A layer of an image has whole seconds, rounded by some builders and cut by others, and the
     * cache refuses a jar that is of another second.
     */
    private static void giveWholeSeconds() throws IOException {
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
