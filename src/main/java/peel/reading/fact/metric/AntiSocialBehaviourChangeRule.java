package peel.reading.fact.metric;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import peel.observation.MissingReason;
import peel.reading.fact.Areas;
import peel.reading.fact.Sentence;
import peel.reading.phrase.Changes;
import peel.reading.phrase.Phrase;
import peel.reading.phrase.Quantity;

/** Changes in the incidents of anti-social behaviour, in percent. */
final class AntiSocialBehaviourChangeRule implements MetricRule {

    private static final String CHANGE = "asb.change";

    private static final Phrase FEW = Phrase.of(
            "\\b(?<words>one of (?:only )?(?:a few|the few) forces) (?:that (?:has|have) seen|with) (?<way>an increase|a reduction|a decrease|a fall) in anti-social behaviour");

    @Override
    public void read(Sentence sentence, Observations observations) {
        if (!aboutIncidents(sentence)) {
            return;
        }
        for (Quantity change : Changes.in(sentence.text())) {
            Draft draft = observations.figure(CHANGE, sentence, change);
            if (draft != null) {
                observations.add(draft.change(sentence.timing()));
            }
        }
    }

    @Override
    public void assess(Sentence sentence, Observations observations) {
        Phrase.Match few = FEW.first(sentence.text());
        if (few != null && !observations.of(CHANGE).isEmpty()) {
            observations.understood(sentence);
            observations.of(CHANGE).stream()
                    .filter(draft -> draft.area().equals(observations.force()))
                    .forEach(draft -> draft.assessment(few.words("words") + " with " + few.words("way")));
        }
    }

    private static boolean aboutIncidents(Sentence sentence) {
        String text = sentence.text();
        if (AntiSocialBehaviourRule.counts(text)) {
            return true;
        }
        boolean incidents = text.toLowerCase(Locale.ROOT).contains("incidents")
                || text.matches("(?:This|That|Nationally|Across)\\b.*");
        for (Sentence before = sentence.joined(); incidents && before != null; before = before.joined()) {
            if (AntiSocialBehaviourRule.counts(before.text())) {
                return Offences.of(text, 0) == null;
            }
        }
        return false;
    }

    @Override
    public void read(Chart chart, Observations observations) {
        if (!AntiSocialBehaviourRule.counts(chart.text())
                || !chart.text().toLowerCase(Locale.ROOT).contains("change")) {
            return;
        }
        observations.depicts(chart, CHANGE);
        if (chart.byForce() && observations.of(CHANGE).isEmpty()) {
            for (String area : List.of(observations.force(), Areas.ENGLAND_AND_WALES)) {
                observations.add(new Draft(CHANGE, area)
                        .change(chart.timing())
                        .missing(MissingReason.CHART_LOST)
                        .at(observations.place(chart.caption(), chart.label())));
            }
        }
    }

    @Override
    public Set<String> compared() {
        return Set.of(CHANGE);
    }
}
