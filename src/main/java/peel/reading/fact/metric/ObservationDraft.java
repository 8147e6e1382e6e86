package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Period period;
    private @Nullable LocalDate asAt;
    private @Nullable Period baseline;
    private @Nullable String dimension;
    private @Nullable String dimensionGroup;
    private @Nullable BigDecimal value;
    private @Nullable MissingReason missing;
    private Qualifier qualifier = Qualifier.EXACT;
    private final Set<String> comparability = new LinkedHashSet<>();
    private final Set<String> assessment = new LinkedHashSet<>();
    private final List<String> contradictions = new ArrayList<>();
    private @Nullable String doubt;
    private Place place;

    ObservationDraft(String metric, String area, Place place) {
        this.metric = metric;
        this.area = area;
        this.place = place;
    }

    ObservationDraft over(Timing timing) {
        doubtTime(timing.baseline() == null ? ofFlow(timing) : "two periods are compared");
        return over(timing.period());
    }

    ObservationDraft over(@Nullable Period flow) {
        this.period = flow;
        return this;
    }

    ObservationDraft asAt(Timing timing) {
        this.asAt = timing.asAt();
        doubtTime(timing.asAt() == null && timing.period() != null ? "a period instead of a day" : timing.doubt());
        return this;
    }

    /** Sets period and baseline. */
    ObservationDraft change(Timing timing) {
        this.period = timing.period();
        this.baseline = timing.baseline();
        doubtTime(ofFlow(timing));
        return this;
    }

    private static @Nullable String ofFlow(Timing timing) {
        return timing.period() == null && timing.asAt() != null ? "a day instead of a period" : timing.doubt();
    }

    private void doubtTime(@Nullable String why) {
        // It says more than an unknown word, which may be a part of the time.
        doubt = why == null ? doubt : "it is unclear what time it is about (%s)".formatted(why);
    }

    /** Adds a reason not to store the value, unless it is null; the first one counts. */
    ObservationDraft doubt(@Nullable String why) {
        doubt = doubt == null ? why : doubt;
        return this;
    }

    ObservationDraft dimension(String name) {
        this.dimension = name;
        return this;
    }

    ObservationDraft group(@Nullable String name) {
        this.dimensionGroup = name;
        return this;
    }

    ObservationDraft value(Quantity quantity) {
        this.value = quantity.value();
        this.qualifier = quantity.approximate() ? Qualifier.APPROXIMATE : Qualifier.EXACT;
        return this;
    }

    /** Sets the value of a table's cell; a blank cell counts as not printed. */
    ObservationDraft cell(@Nullable BigDecimal printed) {
        this.value = printed;
        this.missing = printed == null ? MissingReason.NOT_PRINTED : null;
        return this;
    }

    ObservationDraft missing(MissingReason reason) {
        this.missing = reason;
        return this;
    }

    /** Adds a caveat, unless it is null. */
    ObservationDraft comparability(@Nullable String words) {
        if (words != null) {
            comparability.add(words);
        }
        return this;
    }

    /** Adds a description from the report, unless it is null. */
    ObservationDraft assessment(@Nullable String words) {
        if (words != null) {
            assessment.add(words);
        }
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

    /** The period of a flow. */
    public @Nullable Period period() {
        return period;
    }

    /** The day of a stock. */
    public @Nullable LocalDate asAt() {
        return asAt;
    }

    /** The period that a change is measured against. */
    public @Nullable Period baseline() {
        return baseline;
    }

    /** The offence, outcome, scheme or crime type. */
    public @Nullable String dimension() {
        return dimension;
    }

    /** The group of the dimension. */
    public @Nullable String dimensionGroup() {
        return dimensionGroup;
    }

    /** Null if the value is missing. */
    public @Nullable BigDecimal value() {
        return value;
    }

    /** The value of an observation that is known to have one. */
    BigDecimal presentValue() {
        return Objects.requireNonNull(value);
    }

    /** Why the value must not be stored; null if it may. */
    @Nullable String doubt() {
        return doubt;
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
    List<@Nullable Object> key() {
        List<@Nullable Object> key = new ArrayList<>(subject());
        key.add(period);
        key.add(asAt);
        key.add(baseline);
        return key;
    }

    /** The key without period, day and baseline. */
    List<@Nullable Object> subject() {
        List<@Nullable Object> subject = new ArrayList<>();
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
        ObservationDraft other = new ObservationDraft(metric, otherArea, place);
        other.period = period;
        other.asAt = asAt;
        other.baseline = baseline;
        other.dimension = dimension;
        other.dimensionGroup = dimensionGroup;
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
                place);
    }

    private static @Nullable String joined(Iterable<String> texts) {
        String text = String.join("; ", texts);
        return text.isEmpty() ? null : text;
    }
}
