package peel.reading.fact.metric;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import peel.observation.MissingReason;
import peel.reading.evidence.Areas;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.ChangePhrases;
import peel.reading.phrase.Phrase;
import peel.reading.phrase.Quantity;

/** Reads changes in the number of incidents of anti-social behaviour, in percent. */
final class AntiSocialBehaviourChangeRule implements MetricRule {

    private static final String CHANGE = "asb.change";

    /** Sentences back in which the subject of "This is an increase" may stand. */
    private static final int FARTHEST = 3;

    private static final Phrase FEW = Phrase.of(
            "\\b(?<words>one of (?:only )?(?:a few|the few) forces) (?:that (?:has|have) seen|with) (?<way>an increase|a reduction|a decrease|a fall) in anti-social behaviour");

    @Override
    public void read(Sentence sentence, Observations observations) {
        if (!aboutIncidents(sentence)) {
            return;
        }
        String text = sentence.text();
        for (Quantity change : ChangePhrases.in(text)) {
            String statement = text.substring(0, observations.areas().clauseEnd(text, change.end()));
            if (AntiSocialBehaviourRule.mentions(text) && !AntiSocialBehaviourRule.mentions(statement)) {
                continue;
            }
            ObservationDraft draft = observations.draft(CHANGE, sentence, change);
            if (draft != null) {
                observations.add(draft.change(sentence.timing()));
            }
        }
    }

    @Override
    public void assess(Sentence sentence, Observations observations) {
        Phrase.Match few = FEW.first(sentence.text());
        if (few != null && !observations.of(CHANGE).isEmpty()) {
            observations.markUnderstood(sentence);
            observations.of(CHANGE).stream()
                    .filter(draft -> draft.area().equals(observations.force()))
                    .forEach(draft -> draft.assessment(few.words("words") + " with " + few.words("way")));
        }
    }

    private static boolean aboutIncidents(Sentence sentence) {
        String text = sentence.text();
        if (AntiSocialBehaviourRule.mentions(text)) {
            return true;
        }
        boolean incidents = text.toLowerCase(Locale.ROOT).contains("incidents")
                || text.matches("(?:This|That|Nationally|Across)\\b.*");
        Sentence before = sentence.previousInPassage();
        for (int back = 0; incidents && before != null && back < FARTHEST; back++) {
            if (AntiSocialBehaviourRule.mentions(before.text())) {
                return Offences.of(text, 0) == null;
            }
            before = before.previousInPassage();
        }
        return false;
    }

    @Override
    public void read(Chart chart, Observations observations) {
        if (!AntiSocialBehaviourRule.mentions(chart.text())
                || !chart.text().toLowerCase(Locale.ROOT).contains("change")) {
            return;
        }
        observations.linkToChart(chart, CHANGE);
        if (chart.byForce() && observations.of(CHANGE).isEmpty()) {
            for (String area : List.of(observations.force(), Areas.ENGLAND_AND_WALES)) {
                observations.add(new ObservationDraft(CHANGE, area, observations.place(chart.caption(), chart.label()))
                        .change(chart.timing())
                        .missing(MissingReason.CHART_LOST));
            }
        }
    }

    @Override
    public Set<String> comparedNationally() {
        return Set.of(CHANGE);
    }
}
