package peel.download.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import peel.dataset.Dataset;
import peel.importing.format.ValueType;

/** The description of all files as a Frictionless tabular data package, version 1. */
public final class DataPackage {

    private DataPackage() {}

    /** The content of {@code datapackage.json}. The paths are relative, in the archive as in the service. */
    public static byte[] json(DataState state) {
        ObjectNode root = JsonText.MAPPER.createObjectNode();
        root.put("profile", "tabular-data-package")
                .put("name", "peel")
                .put("id", state.identity().toString())
                .put("version", Integer.toString(state.revision()))
                .put("created", state.instant())
                .put("title", DatasetText.TITLE)
                .put("description", DatasetText.DESCRIPTION + " " + Dataset.ATTRIBUTION + " " + state.citation());
        ArrayNode licences = root.putArray("licenses");
        licences.addObject()
                .put("name", "OGL-UK-3.0")
                .put("path", Licence.OPEN_GOVERNMENT)
                .put("title", Dataset.LICENCE);
        licences.addObject()
                .put("name", "CC-BY-4.0")
                .put("path", Licence.CREATIVE_COMMONS)
                .put("title", "Creative Commons Attribution 4.0, for the names of councils");
        ArrayNode resources = root.putArray("resources");
        Tables.ALL.forEach(table -> describe(table, resources.addObject()));
        return JsonText.of(root);
    }

    private static void describe(Table table, ObjectNode resource) {
        resource.put("profile", "tabular-data-resource")
                .put("name", table.name())
                .put("path", table.path())
                .put("title", table.title())
                .put("description", table.description())
                .put("format", "csv")
                .put("mediatype", "text/csv")
                .put("encoding", "utf-8");
        // Otherwise, some programs guess from the first rows, which may contain more semicolons than commas.
        resource.putObject("dialect")
                .put("delimiter", ",")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("lineTerminator", "\n")
                .put("header", true);
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        ArrayNode foreignKeys = JsonText.MAPPER.createArrayNode();
        for (TableColumn column : table.columns()) {
            ObjectNode field = fields.addObject()
                    .put("name", column.name())
                    .put("type", type(column.type()))
                    .put("description", column.description());
            ObjectNode constraints = JsonText.MAPPER.createObjectNode();
            if (column.required()) {
                constraints.put("required", true);
            }
            if (!column.constants().isEmpty()) {
                ArrayNode constants = constraints.putArray("enum");
                column.constants().forEach(constants::add);
            }
            if (!constraints.isEmpty()) {
                field.set("constraints", constraints);
            }
            column.referredTable()
                    .map(Tables::ofName)
                    .ifPresent(referred -> foreignKeys
                            .addObject()
                            .put("fields", column.name())
                            .putObject("reference")
                            // The table itself is an empty name.
                            .put("resource", referred.equals(table) ? "" : referred.name())
                            .put("fields", referred.key().get(0)));
        }
        schema.putArray("missingValues").add("");
        if (!table.key().isEmpty()) {
            ArrayNode key = schema.putArray("primaryKey");
            table.key().forEach(key::add);
        }
        if (!foreignKeys.isEmpty()) {
            schema.set("foreignKeys", foreignKeys);
        }
    }

    private static String type(ValueType type) {
        return switch (type) {
            case TEXT, URL, LIST -> "string";
            case INTEGER -> "integer";
            case DECIMAL -> "number";
            case DATE -> "date";
            case FLAG -> "boolean";
        };
    }
}
