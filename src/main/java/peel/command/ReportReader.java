package peel.command;

import java.nio.file.Path;
import peel.report.fact.ReportReading;
import peel.report.fact.Vocabulary;

/** Reads a report's file: text or PDF to facts. */
interface ReportReader {

    /**
     * @throws peel.report.text.RefusedReport if it can't be read; the message is one line
     */
    ReportReading read(Path file, Vocabulary vocabulary);
}
