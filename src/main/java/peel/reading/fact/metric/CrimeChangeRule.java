package peel.reading.fact.metric;

import java.util.Set;
import peel.reading.fact.Sentence;
import peel.reading.phrase.Changes;
import peel.reading.phrase.Quantity;

/** Changes in recorded crime, as running text gives them, in percent. */
final class CrimeChangeRule implements MetricRule {

    private static final String CHANGE = "crime.change";

    @Override
    public void read(Sentence sentence, Observations observations) {
        for (Quantity change : Changes.in(sentence.text())) {
            String offence = offence(sentence, change.start());
            Draft draft = observations.figure(CHANGE, sentence, change);
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

    /** What changed; "This is compared with ..." goes on about what the sentence before names. */
    private static String offence(Sentence sentence, int figure) {
        if (AntiSocialBehaviourRule.counts(sentence.text())) {
            return null;
        }
        String offence = Offences.of(sentence.text(), figure);
        boolean goesOn = sentence.text().matches("(?:This|That|It|Across|Nationally|In|Over|For all)\\b.*");
        Sentence before = sentence.joined();
        return offence == null
                        && goesOn
                        && before != null
                        && !Changes.in(before.text()).isEmpty()
                ? offence(before, before.text().length())
                : offence;
    }

    @Override
    public Set<String> compared() {
        return Set.of(CHANGE);
    }
}
