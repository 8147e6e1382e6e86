package peel.reading.fact.metric;

import peel.reading.evidence.Sentence;
import peel.reading.phrase.Phrase;

/** Reads the number of multi-agency safeguarding hubs of the force and its partners. */
final class SafeguardingHubRule implements MetricRule {

    private static final Phrase VALUE = Phrase.of("(?<value>#) multi-agency safeguarding hubs?\\b");

    private static final Phrase BEING_SET_UP =
            Phrase.of("\\b(?:the establishment of|establishing|setting up|plans? (?:to|for))\\b");

    @Override
    public void read(Sentence sentence, Observations observations) {
        Phrase.Match match = VALUE.first(sentence.text());
        if (match == null) {
            return;
        }
        ObservationDraft draft = observations.draft("partnership.safeguarding-hubs", sentence, match.number("value"));
        if (draft != null && draft.area().equals(observations.force())) {
            boolean planned = BEING_SET_UP.in(sentence.text().substring(0, match.start()));
            boolean undated = sentence.timing().asAt() == null;
            observations.add(draft.asAt(sentence.timing())
                    .comparability(undated ? "the report gives no date" : null)
                    .comparability(planned ? "the hubs were still being set up" : null));
        }
    }
}
