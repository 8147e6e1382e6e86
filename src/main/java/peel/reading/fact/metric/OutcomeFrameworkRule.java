package peel.reading.fact.metric;

import peel.reading.evidence.Areas;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Phrase;

/** Reads the number of outcome types, and the number of forces without a full year of data on outcomes. */
final class OutcomeFrameworkRule implements MetricRule {

    private static final Phrase TYPES = Phrase.of("\\bcontain(?:s|ing) (?<value>#) (?:different )?types? of outcomes?");

    private static final Phrase INCOMPLETE = Phrase.of(
            "(?<value>#) forces? (?:have|has) (?:not (?:yet )?been able|been unable) to provide a full year of data");

    @Override
    public void read(Sentence sentence, Observations observations) {
        add(TYPES, "outcome.types", "the report gives no date", sentence, observations);
        add(
                INCOMPLETE,
                "outcome.forces-incomplete",
                "the report gives no date; the forces are not named",
                sentence,
                observations);
    }

    private static void add(
            Phrase phrase, String metric, String comparability, Sentence sentence, Observations observations) {
        Phrase.Match match = phrase.first(sentence.text());
        if (match != null) {
            observations.add(observations
                    .draft(metric, Areas.ENGLAND_AND_WALES, sentence, match.number("value"))
                    .comparability(comparability));
        }
    }
}
