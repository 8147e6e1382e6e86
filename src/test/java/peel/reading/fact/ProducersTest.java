package peel.reading.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample report as PDFs by several producers; {@code src/test/resources/reports/README.md} says how each was made. */
class ProducersTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cairo-justified",
                "chromium-boxes",
                "chromium-columns",
                "chromium-letterspaced",
                "chromium-turned",
                "ghostscript-heads",
                "libreoffice"
            })
    void readsTheSameFactsFromThePdfsOfAllProducers(String file) throws URISyntaxException {
        assertEquals(expected(), new TreeSet<>(read(file).facts()));
    }

    /** A sentence that goes on in the next column with a capital letter stays in doubt; nothing is wrong. */
    @ParameterizedTest
    @ValueSource(strings = "groff-columns")
    void readsNothingWrongFromHyphenatedColumns(String file) throws URISyntaxException {
        Set<String> wrong = new TreeSet<>(read(file).facts());
        wrong.removeAll(expected());
        assertEquals(Set.of(), wrong);
    }

    private Set<String> expected() {
        return new TreeSet<>(
                TransformedReports.read(folder, TransformedReports.sample()).facts());
    }

    private static TransformedReports.Outcome read(String file) throws URISyntaxException {
        return TransformedReports.read(
                Path.of(Objects.requireNonNull(ProducersTest.class.getResource("/reports/" + file + ".pdf"))
                        .toURI()));
    }
}
