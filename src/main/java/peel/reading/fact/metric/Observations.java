package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import peel.observation.MissingReason;
import peel.reading.evidence.Areas;
import peel.reading.evidence.Place;
import peel.reading.evidence.Places;
import peel.reading.evidence.Remark;
import peel.reading.evidence.Sentence;
import peel.reading.evidence.UnderstoodText;
import peel.reading.evidence.Vocabulary;
import peel.reading.layout.Passage;
import peel.reading.phrase.MendedNumbers;
import peel.reading.phrase.Quantity;

/** Collects the observations that the rules read in one report. */
public final class Observations {

    private static final Set<String> COUNTS =
            Set.of("asb.incidents", "ocg.count", "iom.cohort", "mappa.highest-risk", "sopo.issued", "sopo.breached");

    private static final Set<String> SHARES =
            Set.of("victim-satisfaction.whole-experience", "investigation.telephone-share", "ocg.share");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** More than there are people in England and Wales. */
    private static final BigDecimal MOST_COUNTED = BigDecimal.valueOf(100_000_000);

    private final Areas areas;
    private final Places places;
    private final UnderstoodText understood;
    private final Set<String> metrics;
    private final Set<String> areaCodes;
    private final List<ObservationDraft> drafts = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final int latest;

    /** The keys of which a table has several values. */
    private final Set<List<@Nullable Object>> disputed = new HashSet<>();

    /**
     * @param understood receives the text that the rules understood
     * @param vocabulary the known metrics and areas; observations of others are ignored
     * @param latest the last year that the report can be about
     */
    public Observations(Areas areas, Places places, UnderstoodText understood, Vocabulary vocabulary, int latest) {
        this.latest = latest;
        this.areas = areas;
        this.places = places;
        this.understood = understood;
        this.metrics = Set.copyOf(vocabulary.metrics());
        this.areaCodes = Set.copyOf(vocabulary.areas());
    }

    /** The code of the area of the force that the report is about. */
    String force() {
        return areas.force();
    }

    Areas areas() {
        return areas;
    }

    /**
     * Starts an observation for a number in a sentence, about the area that the sentence names.
     *
     * @return a draft with value and place; null if the number describes an area other than the report's force or
     *     England and Wales, or is not stated as a fact
     */
    @Nullable ObservationDraft draft(String metric, Sentence sentence, Quantity quantity) {
        String text = sentence.text();
        boolean change = metric.endsWith(".change") && Doubts.inChange(text, quantity.start(), quantity.end());
        if (change || Doubts.in(text, quantity.start(), quantity.end()) || areas.namesPlaceIn(text)) {
            return null;
        }
        String area = areas.of(sentence.text(), quantity.start(), quantity.end());
        if (!area.equals(areas.force()) && !area.equals(Areas.ENGLAND_AND_WALES)) {
            return null;
        }
        String unknown = StatedWords.unknown(metric, sentence.text(), quantity.start(), quantity.end(), areas);
        return draft(metric, area, sentence, quantity)
                .doubt(
                        areas.areTwoAt(sentence.text(), quantity.start())
                                ? "it is unclear which of two areas it is about"
                                : null)
                .doubt(unknown == null ? null : "it is unclear what \"%s\" means for it".formatted(unknown))
                .doubt(
                        COUNTS.contains(metric)
                                        && quantity.value().stripTrailingZeros().scale() > 0
                                ? "a count has no decimals"
                                : null);
    }

    /** Starts an observation for a number in a sentence; the draft has value and place. */
    ObservationDraft draft(String metric, String area, Sentence sentence, Quantity quantity) {
        if (metrics.contains(metric)) {
            understood.add(sentence.passage(), sentence.start() + quantity.start(), sentence.start() + quantity.end());
        }
        return new ObservationDraft(metric, area, places.of(sentence))
                .value(quantity)
                .doubt(sentence.damaged() == null ? null : MendedNumbers.doubt(sentence.damaged()));
    }

    void markUnderstood(Sentence sentence) {
        understood.add(sentence);
    }

    void markUnderstood(Passage passage) {
        understood.add(passage);
    }

    Place place(Sentence sentence) {
        return places.of(sentence);
    }

    Place place(Passage passage, String label) {
        return places.of(passage, label);
    }

    /**
     * Adds an observation. If a report prints a value twice, the second value is compared with the first, which is
     * kept.
     */
    void add(ObservationDraft draft) {
        if (!metrics.contains(draft.metric()) || !areaCodes.contains(draft.area())) {
            return;
        }
        if (draft.value() != null && draft.doubt() != null) {
            holdBack(draft, draft.doubt());
            return;
        }
        String impossible = draft.value() == null ? null : impossible(draft.metric(), draft.value());
        if (impossible != null) {
            holdBack(draft, impossible);
            return;
        }
        if (draft.value() != null && isTooLate(draft)) {
            holdBack(draft, "it is about a time after the inspection");
            return;
        }
        if (disputed.contains(draft.key())) {
            return;
        }
        ObservationDraft same = drafts.stream()
                .filter(other -> other.key().equals(draft.key()))
                .findFirst()
                .orElse(null);
        if (same == null) {
            drafts.add(draft);
        } else if (same.value() == null && draft.value() != null) {
            drafts.set(drafts.indexOf(same), draft);
        } else if (isSameTable(same, draft)) {
            drafts.remove(same);
            disputed.add(draft.key());
            holdBack(
                    draft,
                    "the table has another row of the same name with %s"
                            .formatted(same.presentValue().toPlainString()));
        } else {
            compare(same, draft);
        }
    }

    /** Why a metric cannot have a value; null if it can. */
    private static @Nullable String impossible(String metric, BigDecimal value) {
        boolean change = metric.endsWith(".change");
        if (value.signum() < 0 && !change) {
            return "it is negative";
        }
        if (change && value.compareTo(HUNDRED.negate()) < 0) {
            return "nothing falls by more than 100 percent";
        }
        if (COUNTS.contains(metric) && value.compareTo(MOST_COUNTED) > 0) {
            return "it is more than there are people";
        }
        return SHARES.contains(metric) && value.compareTo(HUNDRED) > 0 ? "a share is at most 100 percent" : null;
    }

    /** Whether two different values stand in one table. */
    private static boolean isSameTable(ObservationDraft one, ObservationDraft other) {
        return one.value() != null
                && other.value() != null
                && one.value().compareTo(other.value()) != 0
                && one.place().figure() != null
                && Objects.equals(one.place().figure(), other.place().figure());
    }

    private boolean isTooLate(ObservationDraft draft) {
        LocalDate day = draft.period() == null ? draft.asAt() : draft.period().to();
        return day != null && day.getYear() > latest;
    }

    private void holdBack(ObservationDraft draft, String why) {
        remarks.add(Remark.heldBack(
                "%s of %s, %s"
                        .formatted(
                                name(draft), draft.area(), draft.presentValue().toPlainString()),
                why,
                draft.place()));
    }

    /** Whether there is a value with a draft's metric, area, period and day, whatever its dimension. */
    boolean hasValueLike(ObservationDraft like) {
        return drafts.stream()
                .anyMatch(draft -> draft.value() != null
                        && draft.metric().equals(like.metric())
                        && draft.area().equals(like.area())
                        && Objects.equals(draft.period(), like.period())
                        && Objects.equals(draft.asAt(), like.asAt()));
    }

    /** The observations of a metric that have been read so far. */
    List<ObservationDraft> of(String metric) {
        return drafts.stream().filter(draft -> draft.metric().equals(metric)).toList();
    }

    /**
     * Marks a chart's caption as understood. Values that the text states and the chart shows too get the chart's label.
     */
    void linkToChart(Chart chart, String metric) {
        understood.add(chart.caption());
        for (ObservationDraft draft : of(metric)) {
            if (draft.place().figure() == null && chart.shows(draft.period(), draft.asAt())) {
                draft.figure(chart.label());
            }
        }
    }

    /**
     * Records a contradiction between two values.
     *
     * @param other null if the value contradicts itself
     */
    void contradict(String text, ObservationDraft one, @Nullable ObservationDraft other) {
        one.contradiction(text);
        if (other != null) {
            other.contradiction(text);
        }
        remarks.add(new Remark(Remark.Kind.CONTRADICTION, text, one.place(), other == null ? null : other.place()));
    }

    /** Records that a table is not stored. */
    void holdBack(Table table, String why) {
        understood.add(table.caption());
        table.rows().forEach(row -> understood.add(row.passage()));
        remarks.add(Remark.heldBack(
                "the %d rows of %s".formatted(table.rows().size(), table.label()),
                why,
                places.of(table.caption(), table.label())));
    }

    /** Records that a row of a table is not stored. */
    void holdBack(TableRow row, String label, String why) {
        understood.add(row.passage());
        remarks.add(Remark.heldBack("a row of " + label, why, places.of(row.passage(), label)));
    }

    /** The contradictions and what was held back, in the order in which they were found. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** All observations; after {@link #complete} in the order of print. */
    public List<ObservationDraft> all() {
        return List.copyOf(drafts);
    }

    /**
     * Completes and sorts the observations after all rules have been applied. An undated value that repeats a dated one
     * is dropped. A value that is always compared with England and Wales gets a counterpart, which is not printed.
     *
     * @param compared the metrics that are always compared with England and Wales
     */
    public void complete(Set<String> compared) {
        for (ObservationDraft draft : List.copyOf(drafts)) {
            ObservationDraft dated = drafts.stream()
                    .filter(other -> draft.undated()
                            && !other.undated()
                            && draft.value() != null
                            && other.value() != null
                            && other.subject().equals(draft.subject()))
                    .findFirst()
                    .orElse(null);
            if (dated != null) {
                drafts.remove(draft);
                compare(dated, draft);
            }
        }
        for (ObservationDraft draft : List.copyOf(drafts)) {
            if (compared.contains(draft.metric()) && draft.area().equals(force()) && draft.value() != null) {
                ObservationDraft national =
                        draft.forArea(Areas.ENGLAND_AND_WALES).missing(MissingReason.NOT_PRINTED);
                if (drafts.stream().noneMatch(other -> other.key().equals(national.key()))) {
                    national.copyComparability(draft);
                    drafts.add(drafts.indexOf(draft) + 1, national);
                }
            }
        }
        drafts.sort(Comparator.comparingInt(draft -> draft.place().lines().from()));
    }

    private void compare(ObservationDraft kept, ObservationDraft again) {
        if (kept.value() != null
                && again.value() != null
                && kept.value().compareTo(again.value()) != 0
                && !kept.approximate()
                && !again.approximate()) {
            String text = "%s of %s is printed as %s (%s) and as %s (%s); the first value is kept"
                    .formatted(
                            name(kept),
                            kept.area(),
                            kept.value().toPlainString(),
                            kept.lineLabel(),
                            again.value().toPlainString(),
                            again.lineLabel());
            contradict(text, kept, again);
        }
    }

    private static String name(ObservationDraft draft) {
        return draft.dimension() == null ? draft.metric() : draft.metric() + " \"" + draft.dimension() + "\"";
    }
}
