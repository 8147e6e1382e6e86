package peel.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import peel.page.PageTable.Cell;
import peel.page.PageTable.Column;

/** Writes tables as files: with raw codes and numbers, and the reason of each missing value. */
final class TableFile {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private TableFile() {}

    /** RFC 4180, in UTF-8. */
    static byte[] csv(PageTable table) {
        StringBuilder csv = new StringBuilder();
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            append(csv, i, columns.get(i).code());
            if (columns.get(i).reasons()) {
                append(csv, 1, columns.get(i).reasonCode());
            }
        }
        csv.append("\r\n");
        for (List<Cell> row : table.rows()) {
            for (int i = 0; i < columns.size(); i++) {
                append(csv, i, row.get(i).value());
                if (columns.get(i).reasons()) {
                    append(csv, 1, row.get(i).reason());
                }
            }
            csv.append("\r\n");
        }
        return csv.toString().getBytes(UTF_8);
    }

    private static void append(StringBuilder csv, int position, @Nullable Object value) {
        if (position > 0) {
            csv.append(',');
        }
        if (value instanceof BigDecimal number) {
            csv.append(number.toPlainString());
        } else if (value instanceof Number number) {
            csv.append(number);
        } else if (value != null) {
            appendText(csv, harmless(value.toString()));
        }
    }

    // A spreadsheet would take such a text for a formula.
    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static void appendText(StringBuilder csv, String text) {
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        if (quoted) {
            csv.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            csv.append(text);
        }
    }

    /**
     * The table, its columns and where it comes from.
     *
     * @param state the identity of the state of the data, null if it is unknown
     */
    static byte[] json(PageTable table, @Nullable String state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("title", table.title());
            json.writeStringField("state", state);
            json.writeArrayFieldStart("columns");
            for (Column column : table.columns()) {
                write(json, column);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (List<Cell> row : table.rows()) {
                write(json, table.columns(), row);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Column column) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.code());
        json.writeStringField("title", column.heading());
        json.writeStringField("type", column.type().schemaName());
        if (column.unit() != null) {
            json.writeStringField("unit", column.unit());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, List<Column> columns, List<Cell> row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.get(i).value();
            json.writeFieldName(columns.get(i).code());
            if (value instanceof BigDecimal number) {
                json.writeNumber(number);
            } else if (value instanceof Integer number) {
                json.writeNumber(number);
            } else if (value == null) {
                json.writeNull();
            } else {
                json.writeString(value.toString());
            }
            if (columns.get(i).reasons()) {
                json.writeStringField(columns.get(i).reasonCode(), row.get(i).reason());
            }
        }
        json.writeEndObject();
    }
}
