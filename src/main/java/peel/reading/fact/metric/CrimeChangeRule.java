package peel.reading.fact.metric;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.ChangePhrases;
import peel.reading.phrase.Quantity;

/** Reads changes in recorded crime from running text, in percent. */
final class CrimeChangeRule implements MetricRule {

    private static final String CHANGE = "crime.change";

    /** Sentences back in which the subject of "This is an increase" may stand. */
    private static final int FARTHEST = 3;

    @Override
    public void read(Sentence sentence, Observations observations) {
        for (Quantity change : ChangePhrases.in(sentence.text())) {
            String offence = offence(sentence, change, observations, FARTHEST);
            ObservationDraft draft = offence == null ? null : observations.draft(CHANGE, sentence, change);
            if (offence != null && draft != null) {
                observations.add(draft.change(sentence.timing())
                        .dimension(offence)
                        .comparability(Offences.comparability(offence))
                        .comparability(
                                sentence.timing().baseline() == null
                                        ? "the report does not say against which period"
                                        : null));
            }
        }
    }

    /** The offence that changed; "This is compared with ..." continues the sentence before it. */
    private static @Nullable String offence(
            Sentence sentence, Quantity change, Observations observations, int farthest) {
        String text = sentence.text();
        if (AntiSocialBehaviourRule.mentions(text)) {
            return null;
        }
        String offence =
                Offences.of(text.substring(0, observations.areas().clauseEnd(text, change.end())), change.start());
        boolean continues = text.matches("(?:This|That|It|Across|Nationally|In|Over|For all)\\b.*");
        Sentence before = sentence.previousInPassage();
        List<Quantity> changes = before == null ? List.of() : ChangePhrases.in(before.text());
        if (offence != null || !continues || farthest == 0 || before == null || changes.isEmpty()) {
            return offence;
        }
        Quantity last = changes.get(changes.size() - 1);
        return StatedWords.unknown(CHANGE, before.text(), last.start(), last.end(), observations.areas()) == null
                ? offence(before, last, observations, farthest - 1)
                : null;
    }

    @Override
    public Set<String> comparedNationally() {
        return Set.of(CHANGE);
    }
}
