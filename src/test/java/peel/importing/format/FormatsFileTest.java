package peel.importing.format;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import peel.importing.input.CsvParser;

/**
 * The documentation of the CSV formats is the one that the format classes give. After an intended change,
 * {@code ./mvnw test -Dtest=FormatsFileTest -Dpeel.formats.update} writes it anew.
 */
class FormatsFileTest {

    private static final Path FILE = Path.of("docs/formats.md");
    private static final Path DATASET = Path.of("src/main/resources/dataset");

    /** A longer row is no good example. */
    private static final int LONGEST_EXAMPLE = 300;

    private static final String INTRODUCTION = """
            # The CSV formats

            <!-- Generated from the classes in src/main/java/peel/importing/format: see FormatsFileTest. -->

            `import` reads CSV files in the formats below, and `export NAME` writes them. A file's format is recognised by
            its header; its name does not matter. The bundled dataset is a folder with one file of each format:
            [src/main/resources/dataset](../src/main/resources/dataset).

            ## Rules for all formats

            - A file is UTF-8, with or without a byte order mark.
            - The first line is the header. It names the columns exactly as listed here, in any order.
            - Cells are separated by commas, or by semicolons, tabs or vertical lines, and quoted as defined by
              [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180): a cell that contains a comma, a quotation mark or a line
              break is enclosed in quotation marks, and quotation marks inside it are doubled.
            - An empty cell is null. A column marked as required must not be empty.
            - Dates are written `2015-06-30`, decimals `63.0`. Trailing zeros of a decimal are kept.
            - Names in capitals are values of the enums in the GraphQL schema.
            - A *code* refers to a row of another format, which must be imported first. In one call of `import`, files are
              sorted accordingly. The formats are listed here in that order.
            - Each format has a *key*. A row with the key of a stored row replaces the values of that row; a row with a new key
              is added. No row is deleted. A file must not contain the same key twice.
            - A file with an error is refused as a whole. The messages name the file, the line, the column and the reason.

            ### Source columns

            Facts name their source. In the formats that say so, the columns after the fact's own are:

            """;

    @Test
    void isGeneratedFromTheFormats() throws IOException {
        String generated = document();
        if (System.getProperty("peel.formats.update") != null) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, generated);
        }
        assertEquals(Files.readString(FILE), generated);
    }

    private static String document() throws IOException {
        StringBuilder text = new StringBuilder(INTRODUCTION);
        text.append(table(sourceColumns(Formats.OBSERVATIONS)));
        text.append("""

                `file` and `quotation` can be left out together, and `contradiction`, which only some formats have, can be left
                out too. Then imported rows are compared without these columns. A row that names a `file` is not replaced by the
                dataset that is loaded when the service starts.

                ## Overview

                | format | rows | key |
                | --- | --- | --- |
                """);
        for (Format format : Formats.ALL) {
            text.append(
                    "| [%1$s](#%1$s) | %2$s | %3$s |\n".formatted(format.name(), format.description(), key(format)));
        }
        for (Format format : Formats.ALL) {
            text.append(section(format));
        }
        return text.toString();
    }

    private static String key(Format format) {
        return format.naturalKey().stream().map(column -> "`" + column + "`").collect(joining(", "));
    }

    private static String section(Format format) throws IOException {
        List<Column> source = sourceColumns(format);
        List<Column> own = new ArrayList<>(format.columns());
        own.removeAll(source);
        String note = "";
        if (!source.isEmpty()) {
            note = "\nThe [source columns](#source-columns) follow"
                    + (source.stream().anyMatch(column -> column.name().equals("contradiction"))
                            ? ", with `contradiction` as the last.\n"
                            : ", without `contradiction`.\n");
        }
        return """

                ## %s

                %s

                %s%s%s%s
                ```csv
                %s
                ```
                """.formatted(
                        format.name(),
                        format.description(),
                        table(own),
                        note,
                        optional(format, own),
                        format.remark().isEmpty() ? "" : "\n" + format.remark(),
                        example(format));
    }

    /** Which of a format's own columns a file need not have. */
    private static String optional(Format format, List<Column> own) {
        List<String> names = own.stream().map(Column::name).toList();
        return format.optionalGroups().values().stream()
                .filter(names::containsAll)
                .map(group -> group.size() == 1
                        ? "\nThe column `" + group.get(0) + "` can be left out.\n"
                        : "\nThe columns `" + String.join("`, `", group.subList(0, group.size() - 1)) + "` and `"
                                + group.get(group.size() - 1) + "` can be left out together.\n")
                .collect(joining());
    }

    /** The columns from the publication to the quotation or contradiction, if the format has lines of it. */
    private static List<Column> sourceColumns(Format format) {
        List<Column> columns = format.columns();
        List<String> names = columns.stream().map(Column::name).toList();
        if (!names.contains("line_from")) {
            return List.of();
        }
        int last = Math.max(names.indexOf("quotation"), names.indexOf("contradiction"));
        return columns.subList(names.indexOf("publication"), last + 1);
    }

    private static String table(List<Column> columns) {
        return columns.stream()
                .map(column -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                column.name(),
                                column.type().required() ? "yes" : "",
                                column.type().accepted(),
                                column.description()))
                .collect(joining(
                        "", "| column | required | accepted values | meaning |\n| --- | --- | --- | --- |\n", ""));
    }

    /** The header of the bundled dataset, and the row that fills the most cells, of those that are short; the first of them. */
    private static String example(Format format) throws IOException {
        Path file = DATASET.resolve(format.name() + ".csv");
        String example = null;
        long mostCells = 0;
        String names;
        try (Reader reader = Files.newBufferedReader(file)) {
            CsvParser parser = new CsvParser(file.toString(), reader);
            List<String> header = Arrays.asList(parser.next());
            assertTrue(format.hasHeader(header), header.toString());
            names = String.join(",", header);
            for (String[] cells = parser.next(); cells != null; cells = parser.next()) {
                String row = Arrays.stream(cells).map(FormatsFileTest::written).collect(joining(","));
                long filled = Arrays.stream(cells).filter(Objects::nonNull).count();
                if (filled > mostCells && row.length() <= LONGEST_EXAMPLE) {
                    mostCells = filled;
                    example = row;
                }
            }
        }
        return names + "\n" + Objects.requireNonNull(example, format.name());
    }

    private static String written(String cell) {
        if (cell == null) {
            return "";
        }
        return cell.matches("(?s).*[,\"\\r\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Test
    void everyColumnIsDescribedInASentence() {
        for (Format format : Formats.ALL) {
            assertTrue(format.description().endsWith("."), format.name());
            for (Column column : format.columns()) {
                assertTrue(
                        column.description().matches("[A-Z].*\\."),
                        format.name() + "." + column.name() + ": " + column.description());
            }
        }
    }

    @Test
    void keysNameColumnsOfTheFormat() {
        for (Format format : Formats.ALL) {
            List<String> columns = format.columns().stream().map(Column::name).toList();
            assertTrue(!format.naturalKey().isEmpty() && columns.containsAll(format.naturalKey()), format.name());
        }
    }
}
