package peel.reading.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The two halves of {@code .ci/readers}: writes a report in several designs, from which other programs make PDFs, and
 * prints what is read from them. The report is the one given by {@code -Dpeel.report.seed=FILE}, else the sample report.
 */
class ProducedReports {

    private static final String FOLDER = "peel.readers.folder";

    @Test
    void writesTheDesigns() throws IOException {
        Path folder = folder();
        String seed = System.getProperty("peel.report.seed");
        String text = seed == null ? TransformedReports.sample() : Files.readString(Path.of(seed));
        Files.writeString(folder.resolve("report.txt"), text);
        for (String design : ReportDesigns.DESIGNS) {
            Files.writeString(
                    folder.resolve(design + ".html"), ReportDesigns.html(text, design), StandardCharsets.UTF_8);
        }
        for (String design : ReportDesigns.ROFF_DESIGNS) {
            Files.writeString(
                    folder.resolve(design + ".ms"), ReportDesigns.roff(text, design), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void printsWhatIsRead() throws IOException {
        Path folder = folder();
        Set<String> expected =
                TransformedReports.read(folder.resolve("report.txt")).facts();
        System.out.printf(
                "%-40s %5s %5s %5s %5s %7s%n", expected.size() + " facts", "right", "wrong", "lost", "held", "remarks");
        int wrongs = 0;
        for (Path file : pdfs(folder)) {
            TransformedReports.Outcome read = TransformedReports.read(file);
            Set<String> wrong = new TreeSet<>(read.facts());
            wrong.removeAll(expected);
            Set<String> lost = new TreeSet<>(expected);
            lost.removeAll(read.facts());
            wrongs += wrong.size();
            System.out.printf(
                    "%-40s %5d %5d %5d %5d %7d%s%n",
                    folder.relativize(file),
                    expected.size() - lost.size(),
                    wrong.size(),
                    lost.size(),
                    read.heldBack(),
                    read.remarks(),
                    read.refused() ? " refused: " + read.refusal() : "");
            wrong.forEach(fact -> System.out.println("   wrong " + fact));
            if (!read.refused()) {
                lost.forEach(fact -> System.out.println("   lost  " + fact));
            }
        }
        assertEquals(0, wrongs, "wrong facts");
    }

    private static Path folder() {
        String folder = System.getProperty(FOLDER);
        Assumptions.assumeTrue(folder != null, "skipped because no folder is given by -D" + FOLDER + "=FOLDER");
        return Path.of(folder);
    }

    private static List<Path> pdfs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }
}
