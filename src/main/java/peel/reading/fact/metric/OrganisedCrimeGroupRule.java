package peel.reading.fact.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import peel.observation.MissingReason;
import peel.reading.evidence.Areas;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Phrase;

/** Reads the number of organised crime groups (OCGs), and their number per million people. */
final class OrganisedCrimeGroupRule implements MetricRule {

    private static final String COUNT = "ocg.count";
    private static final String RATE = "ocg.rate";

    private static final Phrase COUNTS = Phrase.of(
            "\\b(?:monitor(?:ing|ed)|disrupt(?:ing|ed)|investigat(?:ing|ed)|manag(?:ing|ed|es)) (?:a total of )?(?<value>#) (?:active )?(?:organised crime groups|OCGs)\\b(?!\\)? per)");

    private static final Phrase RATES =
            Phrase.of("(?<value>#) (?:organised crime groups|OCGs) (?:per|for every) (?:one |1 |a )?million\\b");

    private static final Phrase ASSESSMENT = Phrase.of("\\bwhich (?:is|was) (?<words>[^,.;]+?)(?= \\d|[,.;]|$)");

    private static final Phrase LEFT_OUT = Phrase.of(
            "^(?<who>.+?) data (?:has|have) been (?:removed|excluded|left out) from the (?:chart|figure|graph)");

    private static final Phrase COMBINED =
            Phrase.of("\\b(?:OCGs|organised crime groups) in the (?<who>.+?) force areas is a combined total");

    @Override
    public void read(Sentence sentence, Observations observations) {
        for (Phrase.Match match : COUNTS.all(sentence.text())) {
            ObservationDraft draft = observations.draft(COUNT, sentence, match.number("value"));
            if (draft != null) {
                observations.add(draft.asAt(sentence.timing()));
            }
        }
        for (Phrase.Match match : RATES.all(sentence.text())) {
            ObservationDraft draft = observations.draft(RATE, sentence, match.number("value"));
            if (draft != null) {
                Phrase.Match words = ASSESSMENT.first(sentence.text().substring(match.end()));
                boolean force = draft.area().equals(observations.force());
                observations.add(
                        draft.asAt(sentence.timing()).assessment(force && words != null ? words.words("words") : null));
            }
        }
    }

    @Override
    public void read(Chart chart, Observations observations) {
        String caption = chart.text().toLowerCase(Locale.ROOT);
        if (!caption.contains("organised crime groups per") || !caption.contains("million")) {
            return;
        }
        List<String> leftOut = new ArrayList<>();
        for (Sentence footnote : chart.footnotes()) {
            readExclusions(chart, footnote, observations, leftOut);
        }
        observations.linkToChart(chart, RATE);
        String note = leftOut.isEmpty() ? null : "the figure " + String.join(" and ", leftOut);
        for (String area : List.of(observations.force(), Areas.ENGLAND_AND_WALES)) {
            ObservationDraft lost = new ObservationDraft(RATE, area, observations.place(chart.caption(), chart.label()))
                    .asAt(chart.timing())
                    .missing(MissingReason.CHART_LOST);
            if (!observations.hasValueLike(lost)) {
                observations.add(lost);
            }
            observations.of(RATE).stream()
                    .filter(draft -> draft.key().equals(lost.key()))
                    .forEach(draft -> draft.comparability(note));
        }
    }

    private static void readExclusions(
            Chart chart, Sentence footnote, Observations observations, List<String> leftOut) {
        Phrase.Match removed = LEFT_OUT.first(footnote.text());
        if (removed != null) {
            for (String area : observations.areas().namedIn(removed.words("who"))) {
                add(
                        chart,
                        footnote,
                        area,
                        MissingReason.EXCLUDED,
                        "left out of the figure: see its footnote",
                        observations);
                leftOut.add("leaves out " + removed.words("who"));
            }
        }
        Phrase.Match combined = COMBINED.first(footnote.text());
        if (combined != null) {
            List<String> members = observations.areas().namedIn(combined.words("who"));
            String together = String.join("-and-", members);
            add(
                    chart,
                    footnote,
                    together,
                    MissingReason.CHART_LOST,
                    "one count of groups over the population of both areas",
                    observations);
            for (String member : members) {
                add(
                        chart,
                        footnote,
                        member,
                        MissingReason.EXCLUDED,
                        "counted together: see the area " + together,
                        observations);
            }
            leftOut.add("counts " + combined.words("who") + " as one");
        }
    }

    private static void add(
            Chart chart,
            Sentence footnote,
            String area,
            MissingReason reason,
            String comparability,
            Observations observations) {
        ObservationDraft draft = new ObservationDraft(RATE, area, observations.place(footnote))
                .asAt(chart.timing())
                .missing(reason)
                .comparability(comparability);
        draft.figure(chart.label());
        if (!observations.hasValueLike(draft)) {
            observations.add(draft);
        }
        observations.markUnderstood(footnote);
    }

    @Override
    public Set<String> comparedNationally() {
        return Set.of(COUNT, RATE);
    }
}
