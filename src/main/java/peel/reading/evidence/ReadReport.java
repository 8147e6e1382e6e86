package peel.reading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import peel.reading.layout.Document;

/**
 * Everything that was read in one report.
 *
 * @param sectionQuestions the question that a section answers, by the section's ordinal; a section below a
 *     chapter has the chapter's question; sections that answer no question have no entry
 * @param judgments at most one per question
 * @param findings in the order of print
 * @param observations unique by metric, area, period, baseline and dimension
 * @param remarks contradictions, facts that were held back, and statements that were not understood
 */
public record ReadReport(
        Document document,
        Map<Integer, InspectedQuestion> sectionQuestions,
        ReportIdentity identity,
        List<ReadJudgment> judgments,
        List<ReadFinding> findings,
        List<ReadObservation> observations,
        List<ReadFieldwork> fieldwork,
        List<Remark> remarks,
        Plausibility plausibility) {

    /** The remarks on facts that are in doubt and therefore not stored. */
    public List<Remark> heldBack() {
        return remarks.stream().filter(Remark::isHeldBack).toList();
    }

    /**
     * What remains of a report whose structure is in doubt: everything that does not depend on the chapter in which it
     * is printed, and the judgments on which summary and chapter agree. The rest is held back.
     */
    public ReadReport undoubted() {
        if (plausibility.doubts().isEmpty()) {
            return this;
        }
        String why = plausibility.doubts().get(0);
        List<Remark> all = new ArrayList<>();
        List<ReadJudgment> kept = new ArrayList<>();
        for (ReadJudgment judgment : judgments) {
            if (judgment.note() != null && judgment.contradiction() == null) {
                kept.add(judgment);
            } else {
                all.add(Remark.heldBack("the judgment on " + judgment.question(), why, judgment.place()));
            }
        }
        for (ReadFinding finding : findings) {
            all.add(Remark.heldBack("a finding on " + finding.question(), why, finding.place()));
        }
        all.addAll(remarks);
        return new ReadReport(
                document,
                Map.of(),
                identity,
                List.copyOf(kept),
                List.of(),
                observations,
                fieldwork,
                List.copyOf(all),
                new Plausibility(plausibility.doubts(), kept.size(), plausibility.gradesExpected()));
    }
}
