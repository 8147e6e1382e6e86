package peel.reading.fact.metric;

import java.util.List;
import java.util.Set;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Phrase;
import peel.reading.phrase.Timing;

/** Reads the share of low-risk crime that is investigated over the telephone. */
final class TelephoneInvestigationRule implements MetricRule {

    private static final String SHARE = "investigation.telephone-share";

    private static final List<Phrase> VALUES = List.of(
            Phrase.of(
                    "\\b(?:investigates?|investigated|resolves?|resolved) (?<value>#)% of (?:all )?(?:its )?low(?:er)?-risk crimes? (?:over|by) (?:the )?(?:tele)?phone"),
            Phrase.of(
                    "(?<value>#)% of (?:all )?(?:its )?low(?:er)?-risk crimes? (?:is|are|was|were) (?:investigated|resolved) (?:over|by) (?:the )?(?:tele)?phone"));

    @Override
    public void read(Sentence sentence, Observations observations) {
        for (Phrase phrase : VALUES) {
            for (Phrase.Match match : phrase.all(sentence.text())) {
                ObservationDraft draft = observations.draft(SHARE, sentence, match.number("value"));
                if (draft != null) {
                    boolean undated = sentence.timing().equals(Timing.NONE);
                    observations.add(
                            draft.over(sentence.timing()).comparability(undated ? "the report gives no period" : null));
                }
            }
        }
    }

    @Override
    public Set<String> comparedNationally() {
        return Set.of(SHARE);
    }
}
