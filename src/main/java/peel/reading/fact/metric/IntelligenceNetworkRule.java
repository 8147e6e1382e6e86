package peel.reading.fact.metric;

import peel.reading.fact.Areas;
import peel.reading.fact.Sentence;
import peel.reading.phrase.Phrase;

/** The bodies that belong to the Government Agency Intelligence Network. */
final class IntelligenceNetworkRule implements MetricRule {

    private static final Phrase VALUE = Phrase.of(
            "\\bGovernment Agency Intelligence Network\\b[^.;]{0,60}?(?<value>#) (?:national )?(?:bodies|agencies)\\b");

    @Override
    public void read(Sentence sentence, Observations observations) {
        Phrase.Match match = VALUE.first(sentence.text());
        if (match != null) {
            observations.add(observations
                    .figure("partnership.gain-bodies", Areas.ENGLAND_AND_WALES, sentence, match.number("value"))
                    .comparability("the report gives no date; a national network, area not named"));
        }
    }
}
