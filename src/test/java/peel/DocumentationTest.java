package peel;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;
import peel.testing.documentation.DocumentedKeys;
import peel.testing.documentation.MarkdownPage;
import peel.testing.documentation.MarkdownPage.CodeBlock;
import peel.testing.documentation.MarkdownPage.TableRow;
import peel.testing.documentation.ShellCommand;
import peel.testing.documentation.Sources;

/** Holds README.md and docs against the service and its sources. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class DocumentationTest {

    private static final int README_LINES = 180;

    private static final String SERVICE = "localhost:8080";

    private static final Path DATASET = Path.of("src", "main", "resources", "dataset");

    // Decimals by their digits: 63.0 is not 63.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final List<MarkdownPage> pages = MarkdownPage.all();

    // Examples -----------------------------------------------------------------------------------

    @Test
    void everyQuestionIsAnsweredAsDocumented() throws IOException {
        List<String> wrong = new ArrayList<>();
        int examples = 0;
        for (MarkdownPage page : pages) {
            Iterator<CodeBlock> blocks = page.codeBlocks().iterator();
            CodeBlock block = next(blocks);
            while (block != null) {
                CodeBlock first = block;
                block = next(blocks);
                JsonNode answer = null;
                if (first.language().equals("graphql")) {
                    JsonNode variables = JSON.createObjectNode();
                    if (block != null && block.label().equals("variables")) {
                        variables = JSON.readTree(block.text());
                        block = next(blocks);
                    }
                    answer = JSON.readTree(answerTo(Map.of("query", first.text(), "variables", variables))
                            .asString());
                } else if (first.is("sh") && first.text().contains("curl ")) {
                    Response last = null;
                    for (ShellCommand command : ShellCommand.of(first)) {
                        last = answerTo(command);
                        assertTrue(last.statusCode() < 400, () -> command.toString());
                    }
                    answer = isJson(last) ? JSON.readTree(last.asString()) : null;
                } else {
                    continue;
                }
                examples++;
                if (block != null && block.is("json")) {
                    if (!JSON.readTree(block.text()).equals(answer)) {
                        wrong.add(block.place() + " shows another answer than " + answer);
                    }
                    block = next(blocks);
                } else if (answer != null && answer.has("errors")) {
                    wrong.add(first.place() + " is answered with errors: " + answer);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(examples > 30, "only " + examples + " examples were found");
    }

    private static CodeBlock next(Iterator<CodeBlock> blocks) {
        return blocks.hasNext() ? blocks.next() : null;
    }

    private static boolean isJson(Response response) {
        return response.contentType().contains("json");
    }

    private static Response answerTo(Map<String, ?> question) throws IOException {
        return given().contentType("application/json")
                .body(JSON.writeValueAsString(question))
                .post("/graphql");
    }

    /** Sends what a curl command sends. */
    private static Response answerTo(ShellCommand curl) {
        assertEquals("curl", curl.program(), curl::toString);
        RequestSpecification request = given();
        String path = null;
        boolean post = false;
        boolean get = false;
        Iterator<String> words = curl.words().subList(1, curl.words().size()).iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "-s", "-i" -> {}
                case "-G" -> get = true;
                case "-H" -> {
                    String[] header = words.next().split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "-d" -> {
                    request.body(words.next());
                    post = true;
                }
                case "--data-urlencode" -> {
                    String[] parameter = words.next().split("=", 2);
                    request.queryParam(parameter[0], parameter[1]);
                }
                default -> {
                    assertTrue(word.startsWith(SERVICE), () -> "this test does not know " + word + " in " + curl);
                    path = word.substring(SERVICE.length());
                }
            }
        }
        assertFalse(post && get, curl::toString);
        return post ? request.post(path) : request.get(path);
    }

    // The pages ----------------------------------------------------------------------------------

    @Test
    void theReadmeIsShort() {
        int lines = MarkdownPage.read("README.md").lineCount();
        assertTrue(lines <= README_LINES, lines + " lines");
    }

    @Test
    void allLinksLeadToFilesAndHeadingsThatExist() {
        List<String> broken = new ArrayList<>();
        for (MarkdownPage page : pages) {
            for (String link : page.links()) {
                if (link.matches("[a-z]+:.*")) {
                    continue;
                }
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty()
                        ? page.path()
                        : page.path().resolveSibling(parts[0]).normalize();
                boolean exists = Files.exists(target);
                if (!exists
                        || parts.length > 1
                                && !MarkdownPage.read(target.toString())
                                        .anchors()
                                        .contains(parts[1])) {
                    broken.add(page + " links to " + link);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void namedFilesAndClassesExist() {
        Set<String> classes = Sources.classNames();
        Set<String> missing = new TreeSet<>();
        for (MarkdownPage page : pages) {
            for (String code : page.codeSpans()) {
                boolean isPath = code.matches("(src|docker|\\.ci)/[^ <>*]*");
                boolean isClass = code.matches("[A-Z][a-z]+([A-Z][A-Za-z]*)+");
                if (isPath && !Files.exists(Path.of(code))
                        || isClass
                                && !classes.contains(code)
                                && !Sources.schema().contains(code)) {
                    missing.add(page + " names " + code);
                }
            }
        }
        // Of Kubernetes.
        missing.removeIf(found -> found.endsWith(" ServiceMonitor"));
        assertEquals(Set.of(), missing);
    }

    // Facts --------------------------------------------------------------------------------------

    @Test
    void everyKeyIsDocumentedWithItsDefault() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        for (TableRow row : MarkdownPage.read("docs/configuration.md").tableRows()) {
            if (row.header().equals("key")) {
                String key = row.codeSpans(0).get(0);
                assertEquals(null, documented.put(key, defaultOf(row)), row.place());
            }
        }

        Map<String, String> own = new TreeMap<>(documented);
        own.keySet().removeIf(key -> !key.startsWith("peel."));
        assertEquals(DocumentedKeys.own(), own);

        Map<String, String> others = new TreeMap<>(documented);
        others.keySet().removeAll(own.keySet());
        Map<String, String> expected = new TreeMap<>();
        for (String key : others.keySet()) {
            expected.put(key, DocumentedKeys.defaultOf(key));
        }
        assertEquals(expected, others);
    }

    private static String defaultOf(TableRow row) {
        List<String> values = row.codeSpans(1);
        return values.isEmpty() ? "none" : values.get(0);
    }

    @Test
    void namedKeysAndEnvironmentVariablesExist() throws IOException {
        Set<String> keys = new TreeSet<>(DocumentedKeys.all());
        Set<String> variables = new TreeSet<>();
        keys.forEach(key -> variables.add(DocumentedKeys.environmentVariable(key)));
        Set<String> unknown = new TreeSet<>();
        for (MarkdownPage page : pages) {
            List<String> texts = new ArrayList<>(page.codeSpans());
            page.codeBlocks().forEach(block -> texts.add(block.text()));
            for (String text : texts) {
                Sources.matches("\\b(?:PEEL|QUARKUS)_[A-Z0-9_]+", text).stream()
                        .filter(variable -> !variables.contains(variable) && !Sources.mention(variable))
                        .forEach(variable -> unknown.add(page + " names " + variable));
                if (text.matches(
                                "quarkus\\.[a-z.-]+|peel\\.(endpoint|report|database|embedded|dataset|graphiql)\\.[a-z.-]+")
                        && !keys.contains(text)
                        && !Files.isDirectory(Path.of("src/main/java", text.split("\\.")))
                        && keys.stream().noneMatch(key -> key.startsWith(text + "."))) {
                    unknown.add(page + " names " + text);
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyErrorCodeIsDocumented() throws IOException {
        Set<String> documented = new TreeSet<>();
        for (TableRow row : MarkdownPage.read("docs/api.md").tableRows()) {
            if (row.header().equals("code")) {
                documented.addAll(row.codeSpans(0));
            }
        }
        Set<String> codes = new TreeSet<>(Sources.matches("(?<=\")[A-Z]+(?:_[A-Z]+)*(?=\")", Sources.of("ErrorCode")));
        codes.add("BAD_USER_INPUT");
        assertEquals(codes, documented);
    }

    @Test
    void namedMetricsAreServed() throws IOException {
        answerTo(Map.of("query", "{ dataset { revision } }"));
        answerTo(Map.of("query", "{ nothing }"));
        given().get("/forces").then().statusCode(200);
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (TableRow row : MarkdownPage.read("docs/operating.md").tableRows()) {
            if (row.header().equals("metric")) {
                for (String metric : row.codeSpans(0)) {
                    found++;
                    if (!metrics.contains("\n" + metric)) {
                        missing.add(metric);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(found > 10, "only " + found + " metrics were found");
    }

    @Test
    void quotedMessagesAreInTheSources() {
        String literals = Sources.joinedLiterals();
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (TableRow row : MarkdownPage.read("docs/operating.md").tableRows()) {
            if (row.header().equals("message")) {
                found++;
                for (String fragment : row.codeSpans(0).get(0).split("\\s*…\\s*")) {
                    if (!fragment.isEmpty() && !literals.contains(fragment)) {
                        missing.add(row.place() + ": " + fragment);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(found > 25, "only " + found + " messages were found");
    }

    @Test
    void rowsOfTheDatasetAreCountedRight() throws IOException {
        int found = 0;
        for (TableRow row : MarkdownPage.read("docs/data.md").tableRows()) {
            if (row.header().equals("rows")) {
                found++;
                String name = row.codeSpans(1).get(0) + ".csv";
                try (Reader content = content(name);
                        CSVParser rows = CSVFormat.RFC4180.parse(content)) {
                    assertEquals(
                            rows.stream().count() - 1,
                            Long.parseLong(row.cells().get(0)),
                            row::place);
                }
            }
        }
        assertTrue(found > 8, "only " + found + " files were found");
    }

    /** The text of a file of the dataset, which is compressed if its table is long. */
    private static Reader content(String name) throws IOException {
        Path plain = DATASET.resolve(name);
        return Files.exists(plain)
                ? Files.newBufferedReader(plain)
                : new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(DATASET.resolve(name + ".gz"))),
                        StandardCharsets.UTF_8);
    }
}
