package peel.command;

import java.nio.file.Path;
import peel.reading.fact.ReportReader;
import peel.reading.fact.ReportReading;
import peel.reading.fact.Vocabulary;
import peel.reading.fact.Vocabulary.KnownQuestion;
import peel.reading.layout.DocumentReader;
import peel.reading.text.ReportFile;
import peel.reading.text.ReportLimits;

/** Reads report files: from the file to the facts. */
final class Reports {

    private final ReportLimits limits;
    private final DocumentReader documents;
    private final ReportReader facts;

    Reports(Vocabulary vocabulary, ReportLimits limits) {
        this.limits = limits;
        this.documents = new DocumentReader(vocabulary.questions().stream()
                .map(KnownQuestion::wording)
                .distinct()
                .toList());
        this.facts = new ReportReader(vocabulary);
    }

    /**
     * Reads a report.
     *
     * @throws peel.reading.text.RefusedReportException if it can't be read; the message is one line
     */
    ReportReading read(Path file) {
        return facts.read(documents.read(ReportFile.read(file, limits)));
    }
}
