package peel.reading.fact.metric;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peel.observation.MissingReason;
import peel.reading.evidence.Areas;
import peel.reading.evidence.Sentence;
import peel.reading.phrase.Period;
import peel.reading.phrase.Phrase;
import peel.reading.phrase.Timing;

/** Reads the share of victims who were satisfied with their whole experience of the police. */
final class VictimSatisfactionRule implements MetricRule {

    private static final String SATISFIED = "victim-satisfaction.whole-experience";

    private static final List<Phrase> VALUES = List.of(
            Phrase.of(
                    "(?<value>#)%(?: of (?:all )?(?:victims|people|those|them)[^,.;]{0,80}?)? (?:were|are|was|is) satisfied with (?:their|the) (?:whole|overall) (?:experience|service)"),
            Phrase.of("\\bsatisfaction rate[^,.;]{0,60}? (?:of|was|is|at|to) (?<value>#)%"),
            Phrase.of("\\bnational (?:average|rate|figure)(?: of| was| is) (?<value>#)%"));

    private static final Phrase SUBJECT = Phrase.of("\\b(?:satisfied|satisfaction)\\b");

    private static final Phrase AGAINST_NATIONAL = Phrase.of(
            "\\b(?:this|which|that|it) is (?<words>(?:[a-z]+ly )?(?<way>lower than|higher than|above|below|in line with|similar to|the same as) the national (?:victim satisfaction )?(?:rate|average|figure))");

    private static final Phrase AGAINST_YEAR = Phrase.of(
            "\\bis (?<words>(?:[a-z]+ly )?(?:lower than|higher than|in line with|similar to|the same as) the (?:(?:previous|preceding) year['’]s rate|rate for the (?<year>(?:12|twelve) months to \\d{1,2} [a-z]+ \\d{4})))");

    @Override
    public void read(Sentence sentence, Observations observations) {
        for (Phrase phrase : aboutSatisfaction(sentence) ? VALUES : List.<Phrase>of()) {
            for (Phrase.Match match : phrase.all(sentence.text())) {
                ObservationDraft draft = observations.draft(SATISFIED, sentence, match.number("value"));
                if (draft != null) {
                    boolean national = draft.area().equals(Areas.ENGLAND_AND_WALES);
                    observations.add(draft.over(sentence.timing())
                            .comparability(
                                    national && sentence.text().contains("national")
                                            ? "printed as the national rate"
                                            : null));
                }
            }
        }
    }

    @Override
    public void assess(Sentence sentence, Observations observations) {
        if (!sentence.text().toLowerCase(Locale.ROOT).contains("satisfaction rate")) {
            return;
        }
        Phrase.Match national = AGAINST_NATIONAL.first(sentence.text());
        if (national != null) {
            assess(observations, national.words("words"), sentence);
            check(observations, national.words("way"));
        }
        for (Phrase.Match match : AGAINST_YEAR.all(sentence.text())) {
            assess(observations, match.words("words"), sentence);
            if (match.has("year")) {
                addNotPrinted(observations, sentence, match.words("year"));
            }
        }
    }

    /** A national rate is about satisfaction if the sentence or the one before it mentions satisfaction. */
    private static boolean aboutSatisfaction(Sentence sentence) {
        Sentence before = sentence.previousInPassage();
        return SUBJECT.in(sentence.text()) || before != null && SUBJECT.in(before.text());
    }

    /** Adds a year with which the report compares the force's rate without giving a value. */
    private static void addNotPrinted(Observations observations, Sentence sentence, String year) {
        Period period = Timing.of(year, Timing.NONE, false).period();
        ObservationDraft draft = new ObservationDraft(SATISFIED, observations.force(), observations.place(sentence))
                .over(period)
                .missing(MissingReason.NOT_PRINTED)
                .comparability("the report compares with this year and gives no value");
        if (period != null && !observations.hasValueLike(draft)) {
            observations.add(draft);
        }
    }

    private static void assess(Observations observations, String words, Sentence sentence) {
        observations.of(SATISFIED).stream()
                .filter(draft -> draft.area().equals(observations.force()))
                .filter(draft -> draft.value() != null)
                .reduce((first, second) -> second)
                .ifPresent(draft -> {
                    draft.assessment(words);
                    observations.markUnderstood(sentence);
                });
    }

    /** Checks that the words agree with the two values. */
    private static void check(Observations observations, String way) {
        ObservationDraft force = latest(observations, observations.force());
        ObservationDraft national = latest(observations, Areas.ENGLAND_AND_WALES);
        if (force == null || national == null) {
            return;
        }
        int order = force.presentValue().compareTo(national.presentValue());
        boolean lower = way.matches("(?i)lower than|below");
        boolean higher = way.matches("(?i)higher than|above");
        if (lower && order >= 0 || higher && order <= 0) {
            observations.contradict(
                    "the report calls %s percent (%s) %s the national rate of %s percent (%s)"
                            .formatted(
                                    force.presentValue().toPlainString(),
                                    force.lineLabel(),
                                    way,
                                    national.presentValue().toPlainString(),
                                    national.lineLabel()),
                    force,
                    national);
        }
    }

    /** The last value read for an area. */
    private static @Nullable ObservationDraft latest(Observations observations, String area) {
        return observations.of(SATISFIED).stream()
                .filter(draft -> draft.area().equals(area) && draft.value() != null)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    @Override
    public void read(Chart chart, Observations observations) {
        String caption = chart.text().toLowerCase(Locale.ROOT);
        if (!caption.contains("victims") || !caption.contains("satisfied")) {
            return;
        }
        observations.linkToChart(chart, SATISFIED);
        for (Period year : chart.years()) {
            ObservationDraft lost = new ObservationDraft(
                            SATISFIED, observations.force(), observations.place(chart.caption(), chart.label()))
                    .over(year)
                    .missing(MissingReason.CHART_LOST);
            if (!observations.hasValueLike(lost)) {
                observations.add(lost);
            }
        }
    }

    @Override
    public Set<String> comparedNationally() {
        return Set.of(SATISFIED);
    }
}
