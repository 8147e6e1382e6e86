package peel.reading.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A report in other forms, whole or damaged: whatever the form, the facts that are read are facts of the report, and
 * what is lost is said.
 */
class TransformedReportsTest {

    private static final String SEED = "peel.report.seed";

    @TempDir
    Path folder;

    static Stream<String> forms() {
        return Stream.concat(
                TransformedReports.SAME_TEXT.keySet().stream(), TransformedReports.OTHER_TEXT.keySet().stream());
    }

    /** Those that do not change chapters of the sample. */
    static Stream<String> formsOfAnyReport() {
        return forms().filter(form -> !form.contains("chapter") && !form.equals("without grades"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsNothingThatTheReportDoesNotSay(String form) {
        check(TransformedReports.sample(), form);
    }

    @ParameterizedTest
    @MethodSource("formsOfAnyReport")
    void readsNothingThatAnIntegratedReportDoesNotSay(String form) {
        check(TransformedReports.integrated(), form);
    }

    /** The published report, given by {@code -Dpeel.report.seed=FILE}. */
    @ParameterizedTest
    @MethodSource("forms")
    void readsNothingThatThePublishedReportDoesNotSay(String form) throws IOException {
        String file = System.getProperty(SEED);
        Assumptions.assumeTrue(file != null, "skipped because no published report is given by -D" + SEED + "=FILE");
        check(Files.readString(Path.of(file)), form);
    }

    private void check(String text, String form) {
        TransformedReports.Outcome whole = TransformedReports.read(folder, text);
        UnaryOperator<String> change = TransformedReports.SAME_TEXT.containsKey(form)
                ? TransformedReports.SAME_TEXT.get(form)
                : TransformedReports.OTHER_TEXT.get(form);
        TransformedReports.Outcome read = TransformedReports.read(folder, TransformedReports.changed(text, change));
        Set<String> wrong = new TreeSet<>(read.facts());
        wrong.removeAll(whole.facts());
        assertEquals(Set.of(), wrong);
        boolean complete = read.facts().containsAll(whole.facts());
        assertTrue(
                complete || read.refused() || read.isDoubtSaid() || read.remarks() > whole.remarks(),
                "lost in silence");
    }
}
