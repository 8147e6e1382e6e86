package peel.command;

import java.nio.file.Path;
import peel.reading.evidence.ReadReport;
import peel.reading.evidence.Vocabulary;
import peel.reading.evidence.Vocabulary.KnownQuestion;
import peel.reading.fact.ReportReader;
import peel.reading.layout.DocumentReader;
import peel.reading.text.ReportFile;
import peel.reading.text.ReportLimits;

/** Reads report files and the facts in them. */
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
     * @throws peel.reading.text.RefusedReportException if it cannot be read; the message is one line
     */
    ReadReport read(Path file) {
        return facts.read(documents.read(ReportFile.read(file, limits)));
    }
}
