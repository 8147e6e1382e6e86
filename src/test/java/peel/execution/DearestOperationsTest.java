package peel.execution;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.execution.document.PreparedDocument;
import peel.execution.error.RefusedOperationException;
import peel.report.RealSizeReport;
import peel.testing.GraphQLClient;
import peel.testing.PostgresResource;
import peel.testing.TestDatabase;
import peel.testing.documentation.MarkdownPage;
import peel.testing.documentation.MarkdownPage.CodeBlock;

/**
 * The dearest operations that the limits admit take at most a second of CPU time, the service and PostgreSQL together,
 * and answer at most 8 MB. One unit of cost pays for a byte and for an eighth of a microsecond, so that an operation
 * that takes more than its cost has a field whose weight is too small.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "weights"))
class DearestOperationsTest {

    private static final int MOST_MICROS = 1_000_000;
    private static final int MOST_BYTES = 8_000_000;

    /** The fastest counts, because the others contain compilation and garbage collection. */
    private static final int RUNS = 3;

    private static final int RANDOM_OPERATIONS = 24;
    private static final long SEED = 18;

    private static final String SEARCH =
            "police " + IntStream.range(1, 20).mapToObj(i -> "-x" + i).collect(joining(" "));

    private static final String REPORT = "report(force: \"kent\", cycle: \"2015\", pillar: EFFECTIVENESS)";

    private static final String SOURCE =
            "source { lineFrom lineTo page figure file url quotation publication { title publisher published kind url } }";

    private static final String OBSERVATION =
            "id value from to asAt baselineFrom baselineTo missing qualifier assessment"
                    + " comparability contradiction metric { code name unit definition } area { code name force { slug } } "
                    + SOURCE;

    /**
     * A kind of operation that can be made dearer.
     *
     * @param of makes it of a size, the larger the dearer
     */
    private record Shape(String name, int largest, IntFunction<String> of) {}

    private static final List<Shape> SHAPES = List.of(
            new Shape(
                    "the report's text in each passage",
                    15,
                    n -> "{" + REPORT + "{sections{passages{report{" + aliases(n, i -> "text") + "}}}}}"),
            new Shape(
                    "the report's text in each section",
                    15,
                    n -> "{" + REPORT + "{sections{report{" + aliases(n, i -> "text") + "}}}}"),
            new Shape("the report's text", 50, n -> "{" + REPORT + "{" + aliases(n, i -> "text") + "}}"),
            new Shape(
                    "lines of all reports",
                    50,
                    n -> "{reports(first: 10){nodes{"
                            + aliases(n, i -> "lines(from: " + (i + 1) + ", to: 1600){number filePage text}") + "}}}"),
            new Shape(
                    "one line of all reports",
                    50,
                    n -> "{reports(first: 10){nodes{"
                            + aliases(n, i -> "lines(from: " + (i + 1) + ", to: " + (i + 1) + "){text}") + "}}}"),
            new Shape(
                    "reports with everything",
                    10,
                    n -> "{"
                            + aliases(
                                    n,
                                    i -> REPORT + "{title text lines{number text} sections{heading level passages{"
                                            + "id kind text lineFrom lineTo page footnoteMarks{number line footnote{text}} markedAt{line}"
                                            + " finding{text}}} footnotes{text} figures{caption rows{cells} observations{value}}"
                                            + " remarks{kind text place{lineFrom quotation}}}")
                            + "}"),
            new Shape(
                    "search with count",
                    20,
                    n -> "{" + aliases(n, i -> "search(text: \"" + SEARCH + i + "\", first: 1){totalCount}") + "}"),
            new Shape(
                    "search with everything",
                    20,
                    n -> "{"
                            + aliases(
                                    n,
                                    i -> "search(text: \"" + SEARCH + i + "\", first: 100){totalCount edges{cursor}"
                                            + " nodes{kind text score excerpt{text highlighted} force{name} question{code}"
                                            + " finding{text} passage{page} section{heading} report{title}}}")
                            + "}"),
            new Shape(
                    "excerpts",
                    20,
                    n -> "{"
                            + aliases(
                                    n,
                                    i -> "search(text: \"police or officers\", first: " + (100 - i)
                                            + "){nodes{excerpt{text highlighted}}}")
                            + "}"),
            new Shape(
                    "pages of pages",
                    5,
                    n -> "{forces(first: 100){nodes{" + "judgments{force{".repeat(n) + "slug" + "}}".repeat(n) + "}}}"),
            new Shape("long aliases", 50, n -> "{observations(first: 100){nodes{" + longAliases(n, "value") + "}}}"),
            new Shape(
                    "long aliases in the matrix",
                    50,
                    n -> "{judgmentMatrix(cycle: \"2015\"){rows{cells{" + longAliases(n, "grade") + "}}}}"),
            new Shape(
                    "matrix with everything",
                    20,
                    n -> "{"
                            + aliases(
                                    n,
                                    i -> "judgmentMatrix(cycle: \"2015\", asOf: \"20%02d-01-01\")".formatted(20 + i)
                                            + "{questions{code wording} rows{force{name} cells{id state grade narrative note"
                                            + " previous{grade} revisions{grade knownFrom knownTo} question{code} "
                                            + SOURCE + "}}}")
                            + "}"),
            new Shape(
                    "observations with everything",
                    20,
                    n -> "{"
                            + aliases(
                                    n,
                                    i -> "observations(first: 100, filter: {from: \"200%d-01-01\"}){totalCount"
                                                    .formatted(i % 10)
                                            + " edges{cursor} nodes{" + OBSERVATION + " comparator{" + OBSERVATION
                                            + "}}}")
                            + "}"),
            new Shape(
                    "sums of all forces with their parts",
                    20,
                    n -> "{"
                            + aliases(
                                    n,
                                    i -> "observations(first: 100, filter: {area: [\"england-and-wales\"], metric:"
                                            + " [\"crime.recorded\", \"workforce.staff\"], from: \"200%d-01-01\"})"
                                                    .formatted(i % 10)
                                            + "{nodes{area{members{name slug}} parts{" + OBSERVATION + "}}}")
                            + "}"),
            new Shape(
                    "observations of all forces",
                    40,
                    n -> "{forces(first: 100){nodes{"
                            + aliases(
                                    n,
                                    i -> "observations(from: \"20%02d-01-01\"){%s}".formatted(i % 15, "value from to"))
                            + "}}}"),
            new Shape(
                    "observations of the force with most",
                    40,
                    n -> "{force(name: \"bedfordshire\"){"
                            + aliases(n, i -> "observations(from: \"20%02d-01-01\"){%s}".formatted(i % 15, OBSERVATION))
                            + "}}"),
            new Shape(
                    "judgments of all forces",
                    40,
                    n -> "{forces(first: 100){nodes{"
                            + aliases(
                                    n,
                                    i -> "judgments(asOf: \"20%02d-01-01\"){grade previous{grade} revisions{grade} "
                                                    .formatted(20 + i)
                                            + SOURCE + "}")
                            + "}}}"),
            new Shape(
                    "counts",
                    20,
                    n -> "{"
                            + aliases(
                                    n,
                                    i -> List.of(
                                                            "observations",
                                                            "judgments",
                                                            "findings",
                                                            "forces",
                                                            "reports",
                                                            "disagreements")
                                                    .get(i % 6)
                                            + "(first: 1){totalCount "
                                            + IntStream.range(0, 2)
                                                    .mapToObj(j -> "t" + j + ": totalCount")
                                                    .collect(joining(" "))
                                            + "}")
                            + "}"),
            new Shape(
                    "rankings",
                    20,
                    n -> "{"
                            + aliases(
                                    n,
                                    i -> "ranking(metric: \"workforce.officers\", at: \"%s\", direction: %s)"
                                                    .formatted(
                                                            List.of("2014-09-30", "2015-03-31", "2015-09-30")
                                                                    .get(i % 3),
                                                            i % 2 == 0 ? "ASCENDING" : "DESCENDING")
                                            + "{rank observation{"
                                            + OBSERVATION + "}}")
                            + "}"),
            new Shape(
                    "disagreements",
                    20,
                    n -> "{"
                            + aliases(
                                    n,
                                    i -> "disagreements(first: " + (100 - i)
                                            + "){totalCount edges{cursor node{grade statedComparison{agreement grade}}}}")
                            + "}"),
            new Shape(
                    "questions and metrics",
                    20,
                    n -> "{"
                            + aliases(
                                    n,
                                    i -> i % 2 == 0
                                            ? "questions{id code wording parent{code} comparableTo{note question{code wording}} source{url}}"
                                            : "metrics{code name definition denominator unit parent{code}}")
                            + "}"),
            new Shape(
                    "introspection",
                    1,
                    n -> "{__schema{types{name description fields{name description args{name description"
                            + " type{name ofType{name ofType{name}}}} type{name ofType{name ofType{name}}}}"
                            + " inputFields{name} enumValues{name description}}}}"));

    @Inject
    GraphQLSchema schema;

    @Inject
    Operations operations;

    @Inject
    ExecutionConfig config;

    TestDatabase database;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<String> tooDear = new ArrayList<>();

    @BeforeEach
    void store() throws SQLException {
        try (Connection connection = database.connect()) {
            RealSizeReport.storeFour(connection);
        }
    }

    @Test
    void takesASecondAndEightMegabytesAtMost() throws SQLException {
        System.out.printf("%n%-44s %9s %7s %9s%n", "operation", "cost", "CPU ms", "bytes");
        GraphQLClient.Answer nodes = GraphQLClient.query(
                "{ judgments(first: 60) { nodes { id } } observations(first: 40) { nodes { id } } }");
        List<String> ids = new ArrayList<>(nodes.all("judgments.nodes.id"));
        ids.addAll(nodes.all("observations.nodes.id"));
        try (CpuTime time = new CpuTime(database)) {
            for (Shape shape : shapes(ids)) {
                int size = shape.largest;
                while (size > 0 && costOf(shape.of.apply(size)) == null) {
                    size--;
                }
                if (size == 0) {
                    System.out.printf("%-44s refused%n", shape.name + ", 1 of " + shape.largest);
                } else {
                    measure("%s, %d of %d".formatted(shape.name, size, shape.largest), shape.of.apply(size), time);
                }
            }
            for (int i = 0; i < RANDOM_OPERATIONS; i++) {
                Random random = new Random(SEED + i);
                RandomOperation operation = new RandomOperation(schema, random, ids, SEARCH);
                measure("random operation " + i, operation.grow(text -> costOf(text) != null), time);
            }
        }
        assertEquals(List.of(), tooDear, "Measure the weights of the fields again (WeightsFileTest)");
    }

    private static List<Shape> shapes(List<String> ids) {
        List<Shape> shapes = new ArrayList<>(SHAPES);
        String of100 = "nodes(ids: [\"" + String.join("\", \"", ids) + "\"])";
        shapes.add(new Shape(
                "nodes",
                20,
                n -> "{"
                        + aliases(
                                n,
                                i -> of100 + "{id ... on Judgment {grade narrative force{name} question{code} " + SOURCE
                                        + "} ... on Observation {value area{name}}}")
                        + "}"));
        return shapes;
    }

    private static String longAliases(int times, String field) {
        return IntStream.range(0, times)
                .mapToObj(i -> "x".repeat(990) + i + ": " + field)
                .collect(joining(" "));
    }

    private static String aliases(int count, IntFunction<String> field) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a" + i + ": " + field.apply(i))
                .collect(joining(" "));
    }

    /** The cost of an operation; null if it exceeds a limit. Any other fault is one of this test. */
    private @Nullable Long costOf(String text) {
        PreparedDocument document = operations.prepare(text);
        if (!document.errors().isEmpty()) {
            Object code = document.errors().get(0).getExtensions().get("code");
            assertTrue(
                    code.toString().matches("TOO_MANY_\\w+|QUERY_TOO_DEEP"), () -> document.errors() + " in " + text);
            return null;
        }
        long cost = cost(text, Map.of());
        return cost > config.maxCost() ? null : cost;
    }

    private long cost(String text, Map<String, @Nullable Object> variables) {
        try {
            return operations
                    .bind(operations.prepare(text), new GraphQLRequest(text, null, variables, Map.of()))
                    .cost();
        } catch (RefusedOperationException e) {
            throw new AssertionError(text, e);
        }
    }

    private void measure(String name, String text, CpuTime time) {
        long[] bytes = new long[1];
        // The first run also loads classes.
        bytes[0] = answerTo(text, "identity").body().length;
        long micros = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            micros = Math.min(micros, time.ofProcess(() -> answerTo(text, "gzip")));
        }
        System.out.printf("%-44s %9d %7d %9d%n", name, costOf(text), micros / 1_000, bytes[0]);
        if (micros > MOST_MICROS || bytes[0] > MOST_BYTES) {
            tooDear.add("%s: %d ms, %d bytes: %s".formatted(name, micros / 1_000, bytes[0], text));
        }
    }

    private HttpResponse<byte[]> answerTo(String text, String encoding) {
        try {
            // No cache contains the answer or the document.
            String body = new ObjectMapper().writeValueAsString(Map.of("query", GraphQLClient.unasked(text)));
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/graphql"))
                            .header("Content-Type", "application/json")
                            .header("Accept-Encoding", encoding)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (encoding.equals("identity")) {
                String answer = new String(response.body(), StandardCharsets.UTF_8);
                assertTrue(
                        !answer.startsWith("{\"errors\""),
                        () -> answer.substring(0, Math.min(500, answer.length())) + " to " + text);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void admitsWhatClientsAskForTwiceOver() throws IOException {
        Map<String, Long> costs = new LinkedHashMap<>();
        costs.put(
                "matrix with judgments, source and history",
                cost(
                        "{judgmentMatrix(cycle: \"2015\"){questions{code wording} rows{force{name} cells{state grade"
                                + " narrative note previous{grade question{code}} revisions{grade knownFrom knownTo} "
                                + SOURCE + "}}}}",
                        Map.of()));
        costs.put(
                "report with sections, passages and text",
                cost(
                        "{" + REPORT + "{title text sections{heading level lineFrom lineTo passages{id kind text page"
                                + " lineFrom lineTo footnoteMarks{number offset}}} footnotes{number text}"
                                + " figures{label caption rows{cells}} remarks{kind text place{lineFrom quotation}}}}",
                        Map.of()));
        costs.put(
                "observations, 100 with everything",
                cost("{observations(first: 100){totalCount nodes{" + OBSERVATION + " comparator{value}}}}", Map.of()));
        costs.put(
                "search, 50 hits with everything",
                cost(
                        "{search(text: \"domestic abuse\"){totalCount pageInfo{hasNextPage endCursor} nodes{kind text page score"
                                + " excerpt{text highlighted} force{slug name} question{code} finding{kind text}"
                                + " section{heading} report{id title}}}}",
                        Map.of()));
        for (MarkdownPage page : MarkdownPage.all()) {
            for (CodeBlock block : page.codeBlocks()) {
                if (block.language().equals("graphql")) {
                    costs.put(block.place(), costOfAny(block.text()));
                }
            }
        }
        addScripts(costs, Path.of("src/bench/operations.js"), Pattern.compile("query: '([^']*)'"));
        addScripts(costs, Path.of("src/test/js/apollo.js"), Pattern.compile("gql\\(?`([^`$]*(?:\\$\\w[^`$]*)*)`"));
        System.out.printf("%n%-60s %9s%n", "operation of clients", "cost");
        costs.forEach((name, cost) -> System.out.printf("%-60s %9d%n", name, cost));
        costs.values().removeIf(cost -> cost * 2 <= config.maxCost());
        assertEquals(Map.of(), costs);
    }

    private void addScripts(Map<String, Long> costs, Path file, Pattern operation) throws IOException {
        Matcher found = operation.matcher(Files.readString(file));
        for (int i = 1; found.find(); i++) {
            costs.put(file + " " + i, costOfAny(found.group(1)));
        }
    }

    /** The cost of a client's operation; with the largest page if a variable sets it. */
    private long costOfAny(String text) {
        PreparedDocument document = operations.prepare(text);
        return document.operations().values().stream()
                .mapToLong(operation -> operation.cost().with(Map.of("first", 100)))
                .max()
                .orElse(0);
    }
}
