package peel.testing.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One page of the documentation: its code blocks, tables, links and headings. */
public final class MarkdownPage {

    private static final Pattern FENCE = Pattern.compile("```(\\w*)\\s*(.*)");
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|(?:src|href|srcset)=\")([^)\"\\s]+)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");
    private static final Pattern CODE_SPAN = Pattern.compile("`([^`]+)`");

    /**
     * A fenced block of code.
     *
     * @param place page and line, for messages of tests
     * @param language the first word after the fence, "" if there is none
     * @param label the rest of that line, "" if there is none
     * @param text the block's lines
     */
    public record CodeBlock(String place, String language, String label, String text) {

        /** Whether it is of this language and has no label. */
        public boolean is(String wanted) {
            return language.equals(wanted) && label.isEmpty();
        }
    }

    /**
     * A row of a table.
     *
     * @param place page and line, for messages of tests
     * @param header the text of the table's first header cell
     * @param cells the row's cells, without surrounding blanks
     */
    public record TableRow(String place, String header, List<String> cells) {

        /** The code spans of a cell. */
        public List<String> codeSpans(int cell) {
            return MarkdownPage.codeSpans(cells.get(cell));
        }
    }

    private final Path path;
    private final List<String> lines;
    private final List<CodeBlock> blocks = new ArrayList<>();

    // Lines by their index; those of code blocks are empty.
    private final List<String> prose = new ArrayList<>();

    private MarkdownPage(Path path) {
        this.path = path;
        try {
            lines = Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        separateCodeFromProse();
    }

    /** One page. */
    public static MarkdownPage read(String path) {
        return new MarkdownPage(Path.of(path));
    }

    /** The README, everything in docs and the manual of the benchmark. */
    public static List<MarkdownPage> all() {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("src/bench/README.md")),
                            docs.filter(path -> path.toString().endsWith(".md")).sorted())
                    .map(MarkdownPage::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    public int lineCount() {
        return lines.size();
    }

    public List<CodeBlock> codeBlocks() {
        return blocks;
    }

    /** The targets of all links and pictures. */
    public List<String> links() {
        return prose.stream()
                .flatMap(line -> LINK.matcher(line.replaceAll("`[^`]*`", "")).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** The anchors of the headings, as GitHub forms them. */
    public Set<String> anchors() {
        Set<String> anchors = new TreeSet<>();
        for (String line : prose) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String base = heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\-_ ]", "")
                        .replace(' ', '-');
                String anchor = base;
                for (int copy = 1; !anchors.add(anchor); copy++) {
                    anchor = base + "-" + copy;
                }
            }
        }
        return anchors;
    }

    /** The rows of all tables, without headers. */
    public List<TableRow> tableRows() {
        List<TableRow> rows = new ArrayList<>();
        String header = null;
        for (int i = 0; i < prose.size(); i++) {
            String line = prose.get(i);
            if (!line.startsWith("|")) {
                header = null;
            } else if (header == null) {
                header = cells(line).get(0);
            } else if (!line.startsWith("| ---")) {
                rows.add(new TableRow(place(i), header, cells(line)));
            }
        }
        return rows;
    }

    /** All code spans outside of code blocks. */
    public List<String> codeSpans() {
        return prose.stream().flatMap(line -> codeSpans(line).stream()).toList();
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static List<String> codeSpans(String text) {
        return CODE_SPAN.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }

    private void separateCodeFromProse() {
        Matcher fence = null;
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (fence == null) {
                Matcher opening = FENCE.matcher(line);
                if (opening.matches()) {
                    fence = opening;
                    start = i;
                }
                prose.add(opening.matches() ? "" : line);
            } else {
                prose.add("");
                if (line.equals("```")) {
                    blocks.add(new CodeBlock(
                            place(start),
                            fence.group(1),
                            fence.group(2).strip(),
                            String.join("\n", lines.subList(start + 1, i))));
                    fence = null;
                }
            }
        }
        if (fence != null) {
            throw new AssertionError(place(start) + ": the code block has no end");
        }
    }

    private String place(int index) {
        return path + ":" + (index + 1);
    }
}
