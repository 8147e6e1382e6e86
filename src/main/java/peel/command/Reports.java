package peel.command;

import java.nio.file.Path;
import java.util.List;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.Vocabulary;
import peel.reading.fact.ReportReader;
import peel.reading.text.RefusedReportException;
import peel.reading.text.ReportFile;
import peel.reading.text.ReportLimits;

/** Reads report files and the facts in them. */
final class Reports {

    private static final int MOST_DOUBTS = 5;

    private final ReportLimits limits;
    private final ReportReader facts;
    private final boolean storeUndoubted;

    /**
     * @param storeUndoubted whether to read what is not in doubt in a report whose structure is, instead of refusing it
     */
    Reports(Vocabulary vocabulary, ReportLimits limits, boolean storeUndoubted) {
        this.limits = limits;
        this.storeUndoubted = storeUndoubted;
        this.facts = new ReportReader(vocabulary);
    }

    /**
     * Reads a report.
     *
     * @throws peel.reading.text.RefusedReportException if it cannot be read or its structure is in doubt; the message is
     *     one line
     */
    ReadReport read(Path file) {
        ReadReport reading = facts.read(ReportFile.read(file, limits));
        List<String> doubts = reading.plausibility().doubts();
        if (doubts.isEmpty()) {
            return reading;
        }
        if (!storeUndoubted) {
            throw new RefusedReportException(
                    "%s: the structure of the report is in doubt (%s); compare it with the published report, or store only what is not in doubt with --store-undoubted"
                            .formatted(
                                    reading.document().text().file(),
                                    String.join("; ", doubts.subList(0, Math.min(MOST_DOUBTS, doubts.size())))));
        }
        return reading.undoubted();
    }
}
