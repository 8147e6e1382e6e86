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
import peel.reading.fact.Place;
import peel.reading.fact.ReadObservation;
import peel.reading.phrase.Period;
import peel.reading.phrase.Quantity;
import peel.reading.phrase.Timing;

/** A figure while it is being read: what is known of it is added bit by bit. */
public final class Draft {

    final String metric;
    final String area;
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

    /**
     * @param metric the metric's code
     * @param area the area's code
     */
    Draft(String metric, String area) {
        this.metric = metric;
        this.area = area;
    }

    /** Over which period, without a baseline. */
    Draft over(Timing timing) {
        return over(timing.period());
    }

    /** Over which period. */
    Draft over(Period flow) {
        this.period = flow;
        return this;
    }

    /** As at which day. */
    Draft asAt(Timing timing) {
        this.asAt = timing.asAt();
        return this;
    }

    /** A change over a period, against another. */
    Draft change(Timing timing) {
        this.period = timing.period();
        this.baseline = timing.baseline();
        return this;
    }

    Draft dimension(String name) {
        this.dimension = name;
        return this;
    }

    Draft group(String name) {
        this.dimensionGroup = name;
        return this;
    }

    Draft value(Quantity quantity) {
        this.value = quantity.value();
        this.qualifier = quantity.approximate() ? Qualifier.APPROXIMATE : Qualifier.EXACT;
        return this;
    }

    /** A table's cell; a blank one is not printed. */
    Draft cell(BigDecimal printed) {
        this.value = printed;
        this.missing = printed == null ? MissingReason.NOT_PRINTED : null;
        return this;
    }

    Draft missing(MissingReason reason) {
        this.missing = reason;
        return this;
    }

    /** What has to be known before it is compared; null adds nothing. */
    Draft comparability(String words) {
        if (words != null) {
            comparability.add(words);
        }
        return this;
    }

    /** What the report says of it in words; null adds nothing. */
    Draft assessment(String words) {
        if (words != null) {
            assessment.add(words);
        }
        return this;
    }

    Draft at(Place where) {
        this.place = where;
        return this;
    }

    void figure(String label) {
        place = new Place(place.lines(), place.page(), label, place.quotation());
    }

    /** What else the report says, for the reader of the figure. */
    public void contradiction(String words) {
        if (!contradictions.contains(words)) {
            contradictions.add(words);
        }
    }

    void copyTexts(Draft other) {
        comparability.addAll(other.comparability);
    }

    /** The metric's code. */
    public String metric() {
        return metric;
    }

    /** The area's code. */
    public String area() {
        return area;
    }

    /** The period, or null. */
    public Period period() {
        return period;
    }

    /** The day, or null. */
    public LocalDate asAt() {
        return asAt;
    }

    /** What a change is against, or null. */
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

    /** The value, or null. */
    public BigDecimal value() {
        return value;
    }

    /** Whether the report calls it approximate. */
    public boolean approximate() {
        return qualifier == Qualifier.APPROXIMATE;
    }

    /** Where it stands. */
    public Place place() {
        return place;
    }

    /** What no two figures have in common. */
    List<Object> key() {
        List<Object> key = new ArrayList<>(subject());
        key.add(period);
        key.add(asAt);
        key.add(baseline);
        return key;
    }

    /** What it counts and where, whenever. */
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

    /** The same figure of another area, without value and texts. */
    Draft elsewhere(String otherArea) {
        Draft other = new Draft(metric, otherArea);
        other.period = period;
        other.asAt = asAt;
        other.baseline = baseline;
        other.dimension = dimension;
        other.dimensionGroup = dimensionGroup;
        other.place = place;
        return other;
    }

    /** The figure as it was read. */
    public ReadObservation read() {
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
