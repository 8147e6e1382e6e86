package peel.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peel.testing.PostgresResource;

/** The descriptions in the archive, compared with each cell of its files. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class DescribedFilesTest {

    private static Map<String, byte[]> files;

    private static final Map<String, List<CSVRecord>> ROWS = new HashMap<>();

    @BeforeEach
    void download() throws Exception {
        if (files == null) {
            files = Downloaded.files(Downloaded.bytes("/data/peel.zip"));
        }
    }

    private JsonNode json(String name) throws Exception {
        return new ObjectMapper().readTree(files.get(name));
    }

    // https://specs.frictionlessdata.io/tabular-data-package and table-schema.
    @Test
    void describesEachFieldOfTheDataPackageAsTheFilesHaveIt() throws Exception {
        JsonNode description = json("datapackage.json");
        assertEquals("tabular-data-package", description.at("/profile").asText());
        Set<String> names = new HashSet<>();
        int described = 0;
        for (JsonNode resource : description.at("/resources")) {
            described++;
            String name = resource.at("/name").asText();
            assertTrue(names.add(name), name);
            assertTrue(name.matches("[a-z0-9._-]+"), name);
            List<CSVRecord> rows = rows(resource.at("/path").asText());
            List<JsonNode> fields = list(resource.at("/schema/fields"));
            assertEquals(
                    fields.stream().map(field -> field.at("/name").asText()).toList(),
                    rows.get(0).getParser().getHeaderNames(),
                    name);
            for (JsonNode field : fields) {
                checkField(name, field, rows);
            }
            checkKey(name, resource.at("/schema/primaryKey"), rows);
            for (JsonNode key : resource.at("/schema/foreignKeys")) {
                String referred = key.at("/reference/resource").asText();
                checkReference(
                        name,
                        key.at("/fields").asText(),
                        rows,
                        referred.isEmpty() ? name : referred,
                        key.at("/reference/fields").asText(),
                        description);
            }
        }
        assertEquals(20, described);
    }

    private static List<CSVRecord> rows(String path) throws Exception {
        if (!ROWS.containsKey(path)) {
            ROWS.put(path, Downloaded.rows(files.get(path)));
        }
        return ROWS.get(path);
    }

    @AfterAll
    static void forget() {
        files = null;
        ROWS.clear();
    }

    private static void checkField(String table, JsonNode field, List<CSVRecord> rows) {
        String column = field.at("/name").asText();
        String place = table + "." + column;
        assertFalse(field.at("/description").asText().isEmpty(), place);
        Set<String> constants = new HashSet<>();
        field.at("/constraints/enum").forEach(constant -> constants.add(constant.asText()));
        for (CSVRecord row : rows) {
            String cell = row.get(column);
            if (cell.isEmpty()) {
                assertFalse(field.at("/constraints/required").asBoolean(), place + " in " + row);
                continue;
            }
            assertTrue(constants.isEmpty() || constants.contains(cell), place + ": " + cell);
            switch (field.at("/type").asText()) {
                case "string" -> {}
                case "integer" -> Integer.parseInt(cell);
                case "number" -> new BigDecimal(cell);
                case "date" -> LocalDate.parse(cell);
                case "boolean" -> assertTrue(cell.equals("true") || cell.equals("false"), place + ": " + cell);
                default -> throw new AssertionError(field);
            }
        }
    }

    private static void checkKey(String table, JsonNode key, List<CSVRecord> rows) {
        if (key.isMissingNode()) {
            return;
        }
        Set<List<String>> seen = new HashSet<>();
        for (CSVRecord row : rows) {
            List<String> cells =
                    list(key).stream().map(column -> row.get(column.asText())).toList();
            assertFalse(cells.contains(""), table + cells);
            assertTrue(seen.add(cells), table + cells);
        }
    }

    private static void checkReference(
            String table, String column, List<CSVRecord> rows, String referred, String code, JsonNode description)
            throws Exception {
        String path = list(description.at("/resources")).stream()
                .filter(resource -> resource.at("/name").asText().equals(referred))
                .map(resource -> resource.at("/path").asText())
                .findFirst()
                .orElseThrow();
        Set<String> codes = new HashSet<>();
        rows(path).forEach(row -> codes.add(row.get(code)));
        for (CSVRecord row : rows) {
            String cell = row.get(column);
            assertTrue(cell.isEmpty() || codes.contains(cell), table + "." + column + ": " + cell);
        }
    }

    // https://www.w3.org/TR/tabular-metadata, sections 5.3 to 5.6 and 5.11.2.
    @Test
    void describesEachColumnOfTheMetadataAsTheFilesHaveIt() throws Exception {
        JsonNode metadata = json("csv-metadata.json");
        assertEquals("http://www.w3.org/ns/csvw", metadata.at("/@context/0").asText());
        List<String> urls = new ArrayList<>();
        for (JsonNode table : metadata.at("/tables")) {
            String url = table.at("/url").asText();
            urls.add(url);
            List<CSVRecord> rows = rows(url);
            List<JsonNode> columns = list(table.at("/tableSchema/columns"));
            assertEquals(
                    columns.stream()
                            .map(column -> column.at("/titles").asText())
                            .toList(),
                    rows.get(0).getParser().getHeaderNames(),
                    url);
            for (JsonNode column : columns) {
                checkColumn(url, column, rows);
            }
            for (JsonNode key : table.at("/tableSchema/foreignKeys")) {
                assertTrue(files.containsKey(key.at("/reference/resource").asText()), key.toString());
            }
        }
        List<String> csv =
                files.keySet().stream().filter(name -> name.endsWith(".csv")).toList();
        assertEquals(csv, urls);
    }

    private static void checkColumn(String table, JsonNode column, List<CSVRecord> rows) {
        String name = column.at("/name").asText();
        assertTrue(name.matches("[A-Za-z][A-Za-z0-9_]*"), name);
        String base = column.at("/datatype").isObject()
                ? column.at("/datatype/base").asText()
                : column.at("/datatype").asText();
        String format = column.at("/datatype/format").asText();
        for (CSVRecord row : rows) {
            String cell = row.get(name);
            String place = table + ", " + name + ": " + cell;
            if (cell.isEmpty()) {
                assertFalse(column.at("/required").asBoolean(), place);
                continue;
            }
            switch (base) {
                case "string" -> assertTrue(format.isEmpty() || cell.matches(format), place);
                case "anyURI" -> assertTrue(URI.create(cell).isAbsolute(), place);
                case "integer" -> Integer.parseInt(cell);
                case "decimal" -> assertTrue(cell.matches("-?\\d+(\\.\\d+)?"), place);
                case "date" -> LocalDate.parse(cell);
                case "boolean" -> assertTrue(List.of(format.split("\\|")).contains(cell), place);
                default -> throw new AssertionError(column);
            }
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
