package peel.reading.evidence;

import java.util.List;
import java.util.Map;
import peel.reading.layout.Document;

/**
 * Everything that was read in one report.
 *
 * @param sectionQuestions the code of the question that a section answers, by the section's ordinal; a section below a
 *     chapter has the chapter's question; sections that answer no question have no entry
 * @param judgments at most one per question
 * @param findings in the order of print
 * @param observations unique by metric, area, period, baseline and dimension
 * @param remarks contradictions and statements that were not understood
 */
public record ReadReport(
        Document document,
        Map<Integer, String> sectionQuestions,
        ReportIdentity identity,
        List<ReadJudgment> judgments,
        List<ReadFinding> findings,
        List<ReadObservation> observations,
        List<ReadFieldwork> fieldwork,
        List<Remark> remarks) {}
