package peel.reading.text;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/**
 * The published report of 2015 on Bedfordshire Police, given by {@code -Dpeel.report.seed=FILE}. It is not part of the
 * project.
 */
public final class SeedReport {

    private static final String FILE = "peel.report.seed";

    private SeedReport() {}

    /** Reads the report; skips the tests that use it if the property is not set. */
    public static ReportText read() {
        String file = System.getProperty(FILE);
        Assumptions.assumeTrue(file != null, "skipped because no published report is given by -D" + FILE + "=FILE");
        return ReportFile.read(Path.of(file), new ReportLimits(1 << 20, 99, 1 << 20, Duration.ofSeconds(20)));
    }
}
