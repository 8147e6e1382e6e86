package peel.importing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the bundled dataset, to be spoilt or changed. */
public final class DatasetFolder {

    private static final Path BUNDLED = Path.of("src", "main", "resources", "dataset");

    private final Path folder;

    private DatasetFolder(Path folder) {
        this.folder = folder;
    }

    /** Copies the bundled dataset into an empty folder. */
    public static DatasetFolder copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(BUNDLED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return new DatasetFolder(folder);
    }

    /** Leaves the long tables out. An import of the folder is much faster, and does not touch their rows. */
    DatasetFolder withoutTables() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".gz")) {
                    Files.delete(file);
                }
            }
        }
        return this;
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /** Replaces a text in one line, counted from 1. */
    public DatasetFolder replace(String file, int line, String text, String by) throws IOException {
        List<String> lines = lines(file);
        assertTrue(lines.get(line - 1).contains(text), lines.get(line - 1));
        lines.set(line - 1, lines.get(line - 1).replace(text, by));
        return write(file, lines);
    }

    /** Replaces a text that one line of a file has. */
    public DatasetFolder replace(String file, String text, String by) throws IOException {
        List<String> lines = lines(file);
        List<String> having = lines.stream().filter(line -> line.contains(text)).toList();
        assertTrue(having.size() == 1, having.toString());
        return replace(file, lines.indexOf(having.get(0)) + 1, text, by);
    }

    /**
     * Adds a line.
     *
     * @return its number
     */
    public int append(String file, String line) throws IOException {
        List<String> lines = lines(file);
        lines.add(line);
        write(file, lines);
        return lines.size();
    }

    /** The text of a line, counted from 1. */
    public String line(String file, int line) throws IOException {
        return lines(file).get(line - 1);
    }

    /** Turns the order of the rows round. */
    public DatasetFolder reverse(String file) throws IOException {
        List<String> lines = lines(file);
        Collections.reverse(lines.subList(1, lines.size()));
        return write(file, lines);
    }

    /** Ends a file with a byte that UTF-8 doesn't have. */
    public DatasetFolder spoilEnd(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        bytes[bytes.length - 2] = (byte) 0xE9;
        Files.write(folder.resolve(file), bytes);
        return this;
    }

    /** Deletes a file. */
    public DatasetFolder delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    /** How many lines a file has. */
    public int size(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file), StandardCharsets.ISO_8859_1)
                .size();
    }

    private List<String> lines(String file) throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve(file)));
    }

    private DatasetFolder write(String file, List<String> lines) throws IOException {
        Files.write(folder.resolve(file), lines);
        return this;
    }
}
