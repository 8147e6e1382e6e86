package peel.reading.fact.metric;

import peel.reading.evidence.Areas;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Phrase;

/** Reads the number of bodies in the Government Agency Intelligence Network. */
final class IntelligenceNetworkRule implements MetricRule {

    private static final Phrase VALUE = Phrase.of(
            "\\bGovernment Agency Intelligence Network\\b[^.;]{0,60}?(?<value>#) (?:national )?(?:bodies|agencies)\\b");

    @Override
    public void read(Sentence sentence, Observations observations) {
        Phrase.Match match = VALUE.first(sentence.text());
        if (match != null) {
            observations.add(observations
                    .draft("partnership.gain-bodies", Areas.ENGLAND_AND_WALES, sentence, match.number("value"))
                    .comparability("the report gives no date; a national network, area not named"));
        }
    }
}
