package peel.reading.fact;

import java.util.List;
import java.util.Map;
import peel.reading.layout.Document;

/**
 * Everything that was read in one report.
 *
 * @param document its text in order
 * @param sectionQuestions the code of the question that a section answers, by the section's
 *     ordinal; sections below a chapter have the chapter's; those that answer none are left out
 * @param identity which inspection it reports
 * @param judgments its judgments, at most one a question
 * @param findings its findings, in the order printed
 * @param observations its figures; no two have the same metric, area, period, baseline and
 *     dimension
 * @param fieldwork when the inspection took place
 * @param remarks contradictions, and sentences that were not understood
 */
public record ReportReading(
        Document document,
        Map<Integer, String> sectionQuestions,
        Identity identity,
        List<ReadJudgment> judgments,
        List<ReadFinding> findings,
        List<ReadObservation> observations,
        List<ReadFieldwork> fieldwork,
        List<Remark> remarks) {}
