package peel.reading.fact.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import peel.observation.MissingReason;
import peel.reading.fact.Areas;
import peel.reading.fact.Place;
import peel.reading.fact.Places;
import peel.reading.fact.Remark;
import peel.reading.fact.Sentence;
import peel.reading.fact.Taken;
import peel.reading.fact.Vocabulary;
import peel.reading.layout.Passage;
import peel.reading.phrase.Quantity;

/** Takes the figures that the rules read in a report. */
public final class Observations {

    private final Areas areas;
    private final Places places;
    private final Taken taken;
    private final Set<String> metrics;
    private final Set<String> areaCodes;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    /**
     * @param areas tells what area a figure is about
     * @param places tells where something stands
     * @param taken is told what was understood
     * @param vocabulary the metrics and areas that there are; figures of others are not stored
     */
    public Observations(Areas areas, Places places, Taken taken, Vocabulary vocabulary) {
        this.areas = areas;
        this.places = places;
        this.taken = taken;
        this.metrics = Set.copyOf(vocabulary.metrics());
        this.areaCodes = Set.copyOf(vocabulary.areas());
    }

    /** The code of the report's force's area. */
    String force() {
        return areas.force();
    }

    /** Tells what area a figure is about. */
    Areas areas() {
        return areas;
    }

    /**
     * A figure of a sentence, about the area that the sentence names for it.
     *
     * @param metric the metric's code
     * @param sentence the sentence
     * @param quantity its number
     * @return the figure with value and place; null if it is about an area that isn't stored
     */
    Draft figure(String metric, Sentence sentence, Quantity quantity) {
        String area = areas.of(sentence.text(), quantity.start(), quantity.end());
        return area.equals(areas.force()) || area.equals(Areas.ENGLAND_AND_WALES)
                ? figure(metric, area, sentence, quantity)
                : null;
    }

    /**
     * A figure of a sentence.
     *
     * @param metric the metric's code
     * @param area the area's code
     * @param sentence the sentence
     * @param quantity its number
     * @return the figure with value and place
     */
    Draft figure(String metric, String area, Sentence sentence, Quantity quantity) {
        if (metrics.contains(metric)) {
            taken.take(sentence.passage(), sentence.start() + quantity.start(), sentence.start() + quantity.end());
        }
        return new Draft(metric, area).value(quantity).at(places.of(sentence));
    }

    /**
     * A sentence was understood, all of it.
     *
     * @param sentence the sentence
     */
    void understood(Sentence sentence) {
        taken.take(sentence);
    }

    /**
     * A passage was understood, all of it.
     *
     * @param passage the passage
     */
    void understood(Passage passage) {
        taken.take(passage);
    }

    /** Where a sentence stands. */
    Place place(Sentence sentence) {
        return places.of(sentence);
    }

    /** Where a passage of a figure stands. */
    Place place(Passage passage, String label) {
        return places.of(passage, label);
    }

    /**
     * Adds a figure. One that is printed a second time is checked against the first, which is kept.
     *
     * @param draft the figure, with its place
     */
    void add(Draft draft) {
        if (!metrics.contains(draft.metric()) || !areaCodes.contains(draft.area())) {
            return;
        }
        Draft same = drafts.stream()
                .filter(other -> other.key().equals(draft.key()))
                .findFirst()
                .orElse(null);
        if (same == null) {
            drafts.add(draft);
        } else if (same.value() == null && draft.value() != null) {
            drafts.set(drafts.indexOf(same), draft);
        } else {
            compare(same, draft);
        }
    }

    /**
     * Whether a value of a metric is printed, whatever offence or type it counts.
     *
     * @param like has the metric, the area, and the period or day
     */
    boolean printed(Draft like) {
        return drafts.stream()
                .anyMatch(draft -> draft.value() != null
                        && draft.metric().equals(like.metric())
                        && draft.area().equals(like.area())
                        && Objects.equals(draft.period(), like.period())
                        && Objects.equals(draft.asAt(), like.asAt()));
    }

    /**
     * The figures of a metric read so far.
     *
     * @param metric the metric's code
     */
    List<Draft> of(String metric) {
        return drafts.stream().filter(draft -> draft.metric().equals(metric)).toList();
    }

    /**
     * A chart's caption was understood: the figures of a metric in the text that it showed too are
     * said to stand in it.
     *
     * @param chart the chart
     * @param metric the metric's code
     */
    void depicts(Chart chart, String metric) {
        taken.take(chart.caption());
        for (Draft draft : of(metric)) {
            if (draft.place().figure() == null && chart.shows(draft.period(), draft.asAt())) {
                draft.figure(chart.label());
            }
        }
    }

    /**
     * Two places contradict each other.
     *
     * @param text what contradicts what
     * @param one a figure of the one place
     * @param other a figure of the other
     */
    void contradict(String text, Draft one, Draft other) {
        one.contradiction(text);
        if (other != null) {
            other.contradiction(text);
        }
        remarks.add(new Remark(Remark.Kind.CONTRADICTION, text, one.place(), other == null ? null : other.place()));
    }

    /** The contradictions, in the order found. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** All figures, in the order of print. */
    public List<Draft> all() {
        return List.copyOf(drafts);
    }

    /**
     * Brings the figures into order when all rules have read: one without a date that repeats a
     * dated one is no figure of its own; what is always to be compared with England and Wales gets
     * that value, or the statement that it isn't printed.
     *
     * @param compared the metrics that are always compared
     */
    public void complete(Set<String> compared) {
        for (Draft draft : List.copyOf(drafts)) {
            Draft dated = drafts.stream()
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
        for (Draft draft : List.copyOf(drafts)) {
            if (compared.contains(draft.metric()) && draft.area().equals(force()) && draft.value() != null) {
                Draft national = draft.elsewhere(Areas.ENGLAND_AND_WALES).missing(MissingReason.NOT_PRINTED);
                if (drafts.stream().noneMatch(other -> other.key().equals(national.key()))) {
                    national.copyTexts(draft);
                    drafts.add(drafts.indexOf(draft) + 1, national);
                }
            }
        }
        drafts.sort(Comparator.comparingInt(draft -> draft.place().lines().from()));
    }

    private void compare(Draft kept, Draft again) {
        boolean differ =
                kept.value() != null && again.value() != null && kept.value().compareTo(again.value()) != 0;
        if (differ && !kept.approximate() && !again.approximate()) {
            String text = "%s of %s is printed as %s (%s) and as %s (%s); the first is kept"
                    .formatted(
                            name(kept),
                            kept.area(),
                            kept.value().toPlainString(),
                            Remarks.lines(kept),
                            again.value().toPlainString(),
                            Remarks.lines(again));
            contradict(text, kept, again);
        }
    }

    private static String name(Draft draft) {
        return draft.dimension() == null ? draft.metric() : draft.metric() + " \"" + draft.dimension() + "\"";
    }
}
