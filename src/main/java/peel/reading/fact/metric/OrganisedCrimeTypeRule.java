package peel.reading.fact.metric;

import java.util.Locale;
import java.util.Set;
import peel.reading.evidence.Areas;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Phrase;

/** Reads the share of organised crime groups that have a given predominant crime type. */
final class OrganisedCrimeTypeRule implements MetricRule {

    private static final String SHARE = "ocg.share";

    private static final Phrase PERCENT = Phrase.of("(?<value>#)%");

    private static final Phrase TYPE = Phrase.of("(?:^|[\\s(])['‘’“\"](?<type>[^'’”\"]+)['’”\"]");

    private static final Phrase SUBJECT = Phrase.of("\\bpredominant crime type\\b");

    private static final Phrase NOT_INCLUDED =
            Phrase.of("^(?:the )?(?<who>.+?) (?:are|is) not included in the +England and Wales figure");

    private static final Phrase ROUNDING = Phrase.of("\\bmay not (?:sum|add up|add) to 100%");

    @Override
    public void read(Sentence sentence, Observations observations) {
        if (!SUBJECT.in(sentence.text())) {
            return;
        }
        for (Phrase.Match share : PERCENT.all(sentence.text())) {
            String type = null;
            for (Phrase.Match match : TYPE.all(sentence.text())) {
                type = match.start() < share.start() || type == null ? match.words("type") : type;
            }
            if (type == null) {
                continue;
            }
            String dimension = capitalised(type);
            ObservationDraft draft = observations.draft(SHARE, sentence, share.number("value"));
            if (draft != null) {
                observations.add(draft.asAt(sentence.timing()).dimension(dimension));
                if (sentence.text().contains("also the most common")) {
                    String common = "the most common predominant type in the force's area and in England and Wales";
                    observations.of(SHARE).stream()
                            .filter(other -> dimension.equals(other.dimension()))
                            .forEach(other -> other.assessment(common));
                }
            }
        }
    }

    private static String capitalised(String type) {
        return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    }

    @Override
    public void read(Chart chart, Observations observations) {
        String caption = chart.text().toLowerCase(Locale.ROOT);
        if (!caption.contains("organised crime groups") || !caption.contains("crime type")) {
            return;
        }
        observations.linkToChart(chart, SHARE);
        for (Sentence footnote : chart.footnotes()) {
            if (ROUNDING.in(footnote.text())) {
                observations.markUnderstood(footnote);
                observations.of(SHARE).forEach(draft -> draft.comparability("shares may not add up to 100 percent"));
            }
        }
    }

    // Reads the footnote that names the forces missing from the value of England and Wales.
    @Override
    public void readFootnote(Sentence sentence, Sentence footnote, Observations observations) {
        Phrase.Match match = NOT_INCLUDED.first(footnote.text());
        if (match != null && SUBJECT.in(sentence.text())) {
            observations.markUnderstood(footnote);
            observations.of(SHARE).stream()
                    .filter(draft -> draft.area().equals(Areas.ENGLAND_AND_WALES))
                    .forEach(draft -> draft.comparability(
                            "without the " + match.words("who") + ", which classifies groups in another way"));
        }
    }

    @Override
    public Set<String> comparedNationally() {
        return Set.of(SHARE);
    }
}
