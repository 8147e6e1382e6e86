package peel.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The rows of the bundled CSV files, read without the service's code: what answers are compared with. */
public final class BundledRows {

    private static final Path FOLDER = Path.of("src", "main", "resources", "dataset");

    private BundledRows() {}

    /**
     * @param name of the file without its ending, such as {@code judgments}
     * @return cells by column; an empty cell is empty text
     */
    public static List<Map<String, String>> of(String name) {
        try {
            return rows(Files.readString(FOLDER.resolve(name + ".csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the file with a format's long tables. */
    public static List<Map<String, String>> ofTables(String name) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(name + "-tables.csv.gz")))) {
            return rows(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a CSV text. */
    public static List<Map<String, String>> rows(String text) {
        List<List<String>> lines = lines(text);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                row.put(lines.get(0).get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return lines;
    }
}
