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
        List<JsonNode> columns = key.isTextual() ? List.of(key) : list(key);
        for (CSVRecord row : rows) {
            List<String> cells =
                    columns.stream().map(column -> row.get(column.asText())).toList();
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
            checkKey(url, table.at("/tableSchema/primaryKey"), rows);
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

    // The same, section 5: what each kind of object may have, and must have.
    @Test
    void metadataHasOnlyWhatTheSpecificationAllows() throws Exception {
        JsonNode metadata = json("csv-metadata.json");
        assertEquals(2, metadata.at("/@context").size());
        checkNames(metadata.at("/@context/1"), Set.of("@language"), false);
        checkNames(metadata, GROUP, true);
        Map<String, Set<String>> columns = new HashMap<>();
        for (JsonNode table : metadata.at("/tables")) {
            checkNames(table, TABLE, true);
            JsonNode schema = table.at("/tableSchema");
            checkNames(schema, SCHEMA, true);
            Set<String> names = new HashSet<>();
            for (JsonNode column : schema.at("/columns")) {
                checkNames(column, COLUMN, true);
                assertTrue(names.add(column.at("/name").asText()), column.toString());
                JsonNode datatype = column.at("/datatype");
                if (datatype.isObject()) {
                    checkNames(datatype, DATATYPE, true);
                }
                assertTrue(column.at("/required").isMissingNode()
                        || column.at("/required").isBoolean());
            }
            assertTrue(
                    columns.put(table.at("/url").asText(), names) == null,
                    table.at("/url").asText());
        }
        int references = 0;
        for (JsonNode table : metadata.at("/tables")) {
            String url = table.at("/url").asText();
            for (JsonNode key : table.at("/tableSchema/foreignKeys")) {
                references++;
                checkNames(key, Set.of("columnReference", "reference"), false);
                JsonNode reference = key.at("/reference");
                checkNames(reference, Set.of("resource", "columnReference"), false);
                String column = key.at("/columnReference").asText();
                String referred = reference.at("/resource").asText();
                String referredColumn = reference.at("/columnReference").asText();
                assertTrue(columns.get(url).contains(column), key.toString());
                assertTrue(columns.getOrDefault(referred, Set.of()).contains(referredColumn), key.toString());
                checkReference(url, column, referred, referredColumn);
            }
        }
        assertTrue(references > 0);
    }

    private static final Set<String> INHERITED = Set.of(
            "aboutUrl",
            "datatype",
            "default",
            "lang",
            "null",
            "ordered",
            "propertyUrl",
            "required",
            "separator",
            "textDirection",
            "valueUrl");

    private static final Set<String> OF_ANY = Set.of("@id", "@type");
    private static final Set<String> OF_TABLES =
            Set.of("dialect", "notes", "tableDirection", "tableSchema", "transformations");
    private static final Set<String> GROUP = union(OF_ANY, INHERITED, OF_TABLES, Set.of("@context", "tables"));
    private static final Set<String> TABLE = union(OF_ANY, INHERITED, OF_TABLES, Set.of("url", "suppressOutput"));
    private static final Set<String> SCHEMA =
            union(OF_ANY, INHERITED, Set.of("columns", "foreignKeys", "primaryKey", "rowTitles"));
    private static final Set<String> COLUMN =
            union(OF_ANY, INHERITED, Set.of("name", "suppressOutput", "titles", "virtual"));
    private static final Set<String> DATATYPE = union(
            OF_ANY,
            Set.of(
                    "base",
                    "format",
                    "length",
                    "minLength",
                    "maxLength",
                    "minimum",
                    "maximum",
                    "minInclusive",
                    "maxInclusive",
                    "minExclusive",
                    "maxExclusive"));

    /** https://www.dublincore.org/specifications/dublin-core/dcmi-terms: those that describe a resource as a whole. */
    private static final Set<String> DCMI_TERMS = Set.of(
            "bibliographicCitation",
            "created",
            "creator",
            "description",
            "identifier",
            "license",
            "modified",
            "publisher",
            "rights",
            "source",
            "title");

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        Set<String> all = new HashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return all;
    }

    /** @param common whether the object may have common properties, which have a prefix */
    private static void checkNames(JsonNode object, Set<String> allowed, boolean common) {
        object.fieldNames().forEachRemaining(name -> {
            boolean described = common && name.startsWith("dc:") && DCMI_TERMS.contains(name.substring("dc:".length()));
            assertTrue(allowed.contains(name) || described, name);
        });
    }

    /** Each value is that of exactly one row of the other table. */
    private static void checkReference(String url, String column, String referred, String referredColumn)
            throws Exception {
        Set<String> values = new HashSet<>();
        for (CSVRecord row : rows(referred)) {
            assertTrue(values.add(row.get(referredColumn)), referred + ": " + row.get(referredColumn));
        }
        for (CSVRecord row : rows(url)) {
            String cell = row.get(column);
            assertTrue(cell.isEmpty() || values.contains(cell), url + ", " + column + ": " + cell);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
