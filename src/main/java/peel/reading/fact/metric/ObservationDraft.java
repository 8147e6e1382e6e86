package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import peel.observation.MissingReason;
import peel.observation.Qualifier;
import peel.reading.evidence.Place;
import peel.reading.evidence.ReadObservation;
import peel.reading.phrase.Period;
import peel.reading.phrase.Quantity;
import peel.reading.phrase.Timing;

/** An observation under construction. */
public final class ObservationDraft {

    private final String metric;
    private final String area;
    private Period period;
    private LocalDate asAt;
    private Period baseline;
    private String dimension;
    private String dimensionGroup;
    private BigDecimal value;
    private MissingReason missing;
    private Qualifier qualifier = Qualifier.EXACT;
    private final Set<String> comparability = new LinkedHashSet<>();
    private final Set<String> assessment = new LinkedHashSet<>();
    private final List<String> contradictions = new ArrayList<>();
    private Place place;

    ObservationDraft(String metric, String area) {
        this.metric = metric;
        this.area = area;
    }

    ObservationDraft over(Timing timing) {
        return over(timing.period());
    }

    ObservationDraft over(Period flow) {
        this.period = flow;
        return this;
    }

    ObservationDraft asAt(Timing timing) {
        this.asAt = timing.asAt();
        return this;
    }

    /** Sets period and baseline. */
    ObservationDraft change(Timing timing) {
        this.period = timing.period();
        this.baseline = timing.baseline();
        return this;
    }

    ObservationDraft dimension(String name) {
        this.dimension = name;
        return this;
    }

    ObservationDraft group(String name) {
        this.dimensionGroup = name;
        return this;
    }

    ObservationDraft value(Quantity quantity) {
        this.value = quantity.value();
        this.qualifier = quantity.approximate() ? Qualifier.APPROXIMATE : Qualifier.EXACT;
        return this;
    }

    /** Sets the value of a table's cell; a blank cell counts as not printed. */
    ObservationDraft cell(BigDecimal printed) {
        this.value = printed;
        this.missing = printed == null ? MissingReason.NOT_PRINTED : null;
        return this;
    }

    ObservationDraft missing(MissingReason reason) {
        this.missing = reason;
        return this;
    }

    /** Adds a caveat, unless it is null. */
    ObservationDraft comparability(String words) {
        if (words != null) {
            comparability.add(words);
        }
        return this;
    }

    /** Adds a description from the report, unless it is null. */
    ObservationDraft assessment(String words) {
        if (words != null) {
            assessment.add(words);
        }
        return this;
    }

    ObservationDraft at(Place where) {
        this.place = where;
        return this;
    }

    void figure(String label) {
        place = new Place(place.lines(), place.page(), label, place.quotation());
    }

    void contradiction(String words) {
        if (!contradictions.contains(words)) {
            contradictions.add(words);
        }
    }

    void copyComparability(ObservationDraft other) {
        comparability.addAll(other.comparability);
    }

    public String metric() {
        return metric;
    }

    public String area() {
        return area;
    }

    /** The period of a flow, or null. */
    public Period period() {
        return period;
    }

    /** The day of a stock, or null. */
    public LocalDate asAt() {
        return asAt;
    }

    /** The period that a change is measured against, or null. */
    public Period baseline() {
        return baseline;
    }

    /** The offence, outcome, scheme or crime type, or null. */
    public String dimension() {
        return dimension;
    }

    /** The group of the dimension, or null. */
    public String dimensionGroup() {
        return dimensionGroup;
    }

    /** Null if the value is missing. */
    public BigDecimal value() {
        return value;
    }

    /** Whether the report calls it approximate. */
    public boolean approximate() {
        return qualifier == Qualifier.APPROXIMATE;
    }

    public Place place() {
        return place;
    }

    /** The lines on which the value is printed, for messages. */
    String lineLabel() {
        return place.lines().label();
    }

    /** The key by which observations are unique. */
    List<Object> key() {
        List<Object> key = new ArrayList<>(subject());
        key.add(period);
        key.add(asAt);
        key.add(baseline);
        return key;
    }

    /** The key without period, day and baseline. */
    List<Object> subject() {
        List<Object> subject = new ArrayList<>();
        subject.add(metric);
        subject.add(area);
        subject.add(dimension);
        return subject;
    }

    boolean undated() {
        return period == null && asAt == null;
    }

    /** A draft of the same observation for another area, without value and texts. */
    ObservationDraft forArea(String otherArea) {
        ObservationDraft other = new ObservationDraft(metric, otherArea);
        other.period = period;
        other.asAt = asAt;
        other.baseline = baseline;
        other.dimension = dimension;
        other.dimensionGroup = dimensionGroup;
        other.place = place;
        return other;
    }

    public ReadObservation toObservation() {
        return new ReadObservation(
                metric,
                area,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                asAt,
                baseline == null ? null : baseline.from(),
                baseline == null ? null : baseline.to(),
                dimension,
                dimensionGroup,
                value,
                missing,
                qualifier,
                joined(comparability),
                joined(assessment),
                joined(contradictions),
                Objects.requireNonNull(place));
    }

    private static String joined(Iterable<String> texts) {
        String text = String.join("; ", texts);
        return text.isEmpty() ? null : text;
    }
}
