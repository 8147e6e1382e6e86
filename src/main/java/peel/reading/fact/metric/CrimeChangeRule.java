package peel.reading.fact.metric;

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
            String offence = offence(sentence, change.start(), FARTHEST);
            ObservationDraft draft = observations.draft(CHANGE, sentence, change);
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
    private static @Nullable String offence(Sentence sentence, int number, int farthest) {
        if (AntiSocialBehaviourRule.mentions(sentence.text())) {
            return null;
        }
        String offence = Offences.of(sentence.text(), number);
        boolean continues = sentence.text().matches("(?:This|That|It|Across|Nationally|In|Over|For all)\\b.*");
        Sentence before = sentence.previousInPassage();
        return offence == null
                        && continues
                        && farthest > 0
                        && before != null
                        && !ChangePhrases.in(before.text()).isEmpty()
                ? offence(before, before.text().length(), farthest - 1)
                : offence;
    }

    @Override
    public Set<String> comparedNationally() {
        return Set.of(CHANGE);
    }
}
