package peel.download.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import peel.dataset.Dataset;

/** The description of all files as metadata of the W3C for CSV on the Web. */
public final class CsvwMetadata {

    private CsvwMetadata() {}

    /** The content of {@code csv-metadata.json}. The addresses are relative, in the archive as in the service. */
    public static byte[] json(DataState state) {
        ObjectNode root = JsonText.MAPPER.createObjectNode();
        root.putArray("@context").add("http://www.w3.org/ns/csvw").addObject().put("@language", "en");
        root.put("dc:identifier", "urn:uuid:" + state.identity())
                .put("dc:title", DatasetText.TITLE)
                .put("dc:description", DatasetText.DESCRIPTION)
                .put("dc:modified", state.instant())
                .put("dc:rights", Dataset.ATTRIBUTION)
                .put("dc:bibliographicCitation", state.citation());
        root.putObject("dc:license").put("@id", Licence.OPEN_GOVERNMENT);
        ArrayNode tables = root.putArray("tables");
        Tables.ALL.forEach(table -> describe(table, tables.addObject()));
        return JsonText.of(root);
    }

    private static void describe(Table table, ObjectNode node) {
        node.put("url", table.path()).put("dc:title", table.title()).put("dc:description", table.description());
        ObjectNode schema = node.putObject("tableSchema");
        ArrayNode columns = schema.putArray("columns");
        ArrayNode foreignKeys = JsonText.MAPPER.createArrayNode();
        for (TableColumn column : table.columns()) {
            ObjectNode described = columns.addObject()
                    .put("name", column.name())
                    .put("titles", column.name())
                    .put("dc:description", column.description());
            type(column, described);
            if (column.required()) {
                described.put("required", true);
            }
            column.referredTable()
                    .map(Tables::ofName)
                    .ifPresent(referred -> foreignKeys
                            .addObject()
                            .put("columnReference", column.name())
                            .putObject("reference")
                            .put("resource", referred.path())
                            .put("columnReference", referred.key().get(0)));
        }
        if (table.key().size() == 1) {
            schema.put("primaryKey", table.key().get(0));
        } else if (!table.key().isEmpty()) {
            ArrayNode key = schema.putArray("primaryKey");
            table.key().forEach(key::add);
        }
        if (!foreignKeys.isEmpty()) {
            schema.set("foreignKeys", foreignKeys);
        }
    }

    private static void type(TableColumn column, ObjectNode described) {
        switch (column.type()) {
            case TEXT -> {
                if (column.constants().isEmpty()) {
                    described.put("datatype", "string");
                } else {
                    described
                            .putObject("datatype")
                            .put("base", "string")
                            .put(
                                    "format",
                                    column.constants().stream()
                                            .map(CsvwMetadata::literally)
                                            .collect(Collectors.joining("|")));
                }
            }
            case URL -> described.put("datatype", "anyURI");
            case INTEGER -> described.put("datatype", "integer");
            case DECIMAL -> described.put("datatype", "decimal");
            case DATE -> described.put("datatype", "date");
            case FLAG -> described.putObject("datatype").put("base", "boolean").put("format", "true|false");
            case LIST -> described.put("separator", ";").put("datatype", "string");
        }
    }

    private static final Pattern SPECIAL = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}]");

    private static String literally(String constant) {
        return SPECIAL.matcher(constant).replaceAll("\\\\$0");
    }
}
