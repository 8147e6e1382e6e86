package peel.reading.fact.metric;

import java.util.List;
import java.util.Set;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Phrase;

/** Reads the number of offenders in the integrated offender management (IOM) scheme. */
final class OffenderManagementRule implements MetricRule {

    private static final String COHORT = "iom.cohort";

    private static final String IOM = "(?:\\bIOM\\b|\\bintegrated offender management\\b)";

    private static final List<Phrase> VALUES = List.of(
            Phrase.of(
                    IOM
                            + "[^.;]{0,80}?\\b(?:manag(?:es|ed|ing)|supervis(?:es|ed|ing)|consist(?:s|ed) of|includ(?:es|ed)|has|had|of) (?<value>#) offenders\\b"),
            Phrase.of(
                    "(?<value>#) offenders (?:(?:are|were) )?(?:currently )?(?:being )?(?:managed )?(?:in|on|by|under|through|within|as part of) (?:the |its )?(?:force['’]s )?"
                            + IOM));

    @Override
    public void read(Sentence sentence, Observations observations) {
        for (Phrase phrase : VALUES) {
            for (Phrase.Match match : phrase.all(sentence.text())) {
                ObservationDraft draft = observations.draft(COHORT, sentence, match.number("value"));
                if (draft != null) {
                    observations.add(draft.asAt(sentence.timing()).dimension("IOM"));
                }
            }
        }
    }

    @Override
    public Set<String> comparedNationally() {
        return Set.of(COHORT);
    }
}
