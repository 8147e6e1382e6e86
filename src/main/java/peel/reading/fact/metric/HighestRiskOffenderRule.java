package peel.reading.fact.metric;

import java.util.Set;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Phrase;

/** Reads the number of highest-risk offenders who are managed with partners under MAPPA. */
final class HighestRiskOffenderRule implements MetricRule {

    private static final String HIGHEST_RISK = "mappa.highest-risk";

    private static final Phrase VALUE = Phrase.of(
            "(?<value>#) offenders (?:(?:were|are) )?(?:currently )?(?:being )?(?:dealt with|managed) (?<how>in this way|at (?:this|the highest) level)");

    private static final Phrase SUBJECT = Phrase.of("\\bhighest (?:level of )?risk\\b|\\bhighest level\\b");

    @Override
    public void read(Sentence sentence, Observations observations) {
        Phrase.Match match = VALUE.first(sentence.text());
        if (match == null || !aboutHighestRisk(sentence)) {
            return;
        }
        ObservationDraft draft = observations.draft(HIGHEST_RISK, sentence, match.number("value"));
        if (draft != null) {
            observations.add(draft.asAt(sentence.timing())
                    .dimension("MAPPA")
                    .comparability("only the offenders of the highest risk, not all MAPPA offenders"));
        }
    }

    /** "In this way" refers to the sentence before it. */
    private static boolean aboutHighestRisk(Sentence sentence) {
        Sentence before = sentence.previousInPassage();
        return SUBJECT.in(sentence.text()) || before != null && SUBJECT.in(before.text());
    }

    @Override
    public Set<String> comparedNationally() {
        return Set.of(HIGHEST_RISK);
    }
}
