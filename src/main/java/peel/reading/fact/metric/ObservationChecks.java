package peel.reading.fact.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import peel.reading.evidence.Areas;

/**
 * Checks a report's values against each other. Contradictions become remarks; the values are stored as printed.
 */
public final class ObservationChecks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final Set<String> SHARES = Set.of(
            "outcome.rate", "victim-satisfaction.whole-experience", "investigation.telephone-share", "ocg.share");

    private record Implied(Bounds bounds, ObservationDraft count, ObservationDraft rate) {}

    private final Observations observations;

    public ObservationChecks(Observations observations) {
        this.observations = observations;
    }

    public void run() {
        for (String area : List.of(observations.force(), Areas.ENGLAND_AND_WALES)) {
            checkGroups(area, OutcomeRule.COUNT);
            checkGroups(area, OutcomeRule.RATE);
            List<Implied> offences = checkOffences(area);
            checkPopulation(area, offences);
            checkPart(area, "crime.rate", "Victim-based crime", CrimeRateRule.WITHOUT_FRAUD);
            checkBreaches(area);
            checkShareSum(area);
        }
        for (ObservationDraft draft : observations.all()) {
            if (SHARES.contains(draft.metric())
                    && draft.value() != null
                    && draft.value().compareTo(HUNDRED) > 0) {
                observations.contradict(
                        "%s is a share of %s percent (%s), which is more than 100 percent"
                                .formatted(draft.metric(), draft.value().toPlainString(), draft.lineLabel()),
                        draft,
                        null);
            }
        }
    }

    private List<ObservationDraft> values(String metric, String area) {
        return observations.of(metric).stream()
                .filter(draft -> draft.area().equals(area) && draft.value() != null)
                .toList();
    }

    /** The rows below a group must add up to the group. */
    private void checkGroups(String area, String metric) {
        List<ObservationDraft> rows = values(metric, area);
        for (ObservationDraft group : rows) {
            List<ObservationDraft> parts = rows.stream()
                    .filter(row -> Objects.equals(group.dimension(), row.dimensionGroup()))
                    .toList();
            boolean complete = observations.of(metric).stream()
                    .filter(row -> row.area().equals(area))
                    .filter(row -> Objects.equals(group.dimension(), row.dimensionGroup()))
                    .allMatch(row -> row.value() != null);
            if (parts.isEmpty() || !complete) {
                continue;
            }
            BigDecimal sum =
                    parts.stream().map(ObservationDraft::presentValue).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal slack = metric.equals(OutcomeRule.COUNT)
                    ? BigDecimal.ZERO
                    : HALF.movePointLeft(Math.max(group.presentValue().scale(), 0))
                            .multiply(BigDecimal.valueOf(parts.size() + 1L));
            if (sum.subtract(group.presentValue()).abs().compareTo(slack) > 0) {
                ObservationDraft first = parts.get(0);
                String text = "%s of %s: the rows below \"%s\" add up to %s (from %s), but the row itself says %s (%s)"
                        .formatted(
                                metric,
                                area,
                                group.dimension(),
                                sum.toPlainString(),
                                first.lineLabel(),
                                group.presentValue().toPlainString(),
                                group.lineLabel());
                observations.contradict(text, group, first);
                parts.forEach(part -> part.contradiction(text));
            }
        }
    }

    /** The counts and rates of all outcomes must imply the same number of offences. */
    private List<Implied> checkOffences(String area) {
        List<Implied> implied = new ArrayList<>();
        for (ObservationDraft count : values(OutcomeRule.COUNT, area)) {
            values(OutcomeRule.RATE, area).stream()
                    .filter(rate -> Objects.equals(rate.dimension(), count.dimension()))
                    .filter(rate -> Objects.equals(rate.period(), count.period()))
                    .findFirst()
                    .ifPresent(rate -> implied.add(
                            new Implied(Bounds.of(count.presentValue(), rate.presentValue(), 100), count, rate)));
        }
        List<Implied> agreeing = agreeing(implied);
        for (Implied row : implied) {
            Implied against = agreeing.stream()
                    .filter(other -> !other.bounds().overlaps(row.bounds()))
                    .findFirst()
                    .orElse(null);
            if (!agreeing.contains(row) && against != null) {
                String text =
                        "%s: %s outcomes \"%s\" at %s percent (%s) imply %s offences, but %s outcomes \"%s\" at %s percent (%s) imply %s"
                                .formatted(
                                        area,
                                        row.count().presentValue().toPlainString(),
                                        row.count().dimension(),
                                        row.rate().presentValue().toPlainString(),
                                        row.count().lineLabel(),
                                        row.bounds().print(),
                                        against.count().presentValue().toPlainString(),
                                        against.count().dimension(),
                                        against.rate().presentValue().toPlainString(),
                                        against.count().lineLabel(),
                                        against.bounds().print());
                observations.contradict(text, row.count(), against.count());
                row.rate().contradiction(text);
                against.rate().contradiction(text);
            }
        }
        return agreeing;
    }

    /** The largest set of ranges that have a point in common. */
    private static List<Implied> agreeing(List<Implied> implied) {
        List<Implied> best = List.of();
        for (Implied one : implied) {
            BigDecimal point = one.bounds().low();
            List<Implied> holding = implied.stream()
                    .filter(other -> other.bounds().overlaps(new Bounds(point, point)))
                    .toList();
            if (holding.size() > best.size()) {
                best = holding;
            }
        }
        return best;
    }

    /** All counts and rates per thousand or million people must imply the same population. */
    private void checkPopulation(String area, List<Implied> offences) {
        List<Implied> implied = new ArrayList<>();
        pair(implied, area, "asb.incidents", "asb.rate", 1_000);
        boolean countedTogether = observations.of("ocg.rate").stream()
                .anyMatch(draft ->
                        draft.area().contains(area + "-and-") || draft.area().endsWith("-and-" + area));
        if (!countedTogether) {
            pair(implied, area, "ocg.count", "ocg.rate", 1_000_000);
        }
        ObservationDraft crime = values("crime.rate", area).stream()
                .filter(draft -> CrimeRateRule.WITHOUT_FRAUD.equals(draft.dimension()))
                .findFirst()
                .orElse(null);
        if (crime != null
                && !offences.isEmpty()
                && Objects.equals(crime.period(), offences.get(0).count().period())) {
            Bounds number = offences.stream()
                    .map(Implied::bounds)
                    .reduce(Bounds::intersection)
                    .orElseThrow();
            ObservationDraft most = offences.get(0).count();
            implied.add(new Implied(Bounds.of(number, crime.presentValue(), 1_000), most, crime));
        }
        List<Implied> agreeing = agreeing(implied);
        for (int i = 0; i < implied.size(); i++) {
            Implied one = implied.get(i);
            // If two agree, a third that contradicts both is reported once.
            List<Implied> others = agreeing.size() < 2
                    ? implied.subList(i + 1, implied.size())
                    : agreeing.contains(one) ? List.of() : agreeing;
            others.stream()
                    .filter(other -> !other.bounds().overlaps(one.bounds()))
                    .limit(agreeing.size() < 2 ? others.size() : 1)
                    .forEach(other -> contradictPopulations(area, one, other));
        }
    }

    private void pair(List<Implied> implied, String area, String countOf, String rateOf, long per) {
        for (ObservationDraft count : values(countOf, area)) {
            values(rateOf, area).stream()
                    .filter(rate -> Objects.equals(rate.period(), count.period()))
                    .filter(rate -> Objects.equals(rate.asAt(), count.asAt()))
                    .filter(rate -> !rate.approximate() && !count.approximate())
                    .findFirst()
                    .ifPresent(rate -> implied.add(
                            new Implied(Bounds.of(count.presentValue(), rate.presentValue(), per), count, rate)));
        }
    }

    private void contradictPopulations(String area, Implied one, Implied other) {
        String text =
                "%s: %s %s with %s %s (%s, %s) implies a population of %s, but %s %s with %s %s (%s, %s) implies one of %s"
                        .formatted(
                                area,
                                one.count().metric(),
                                one.count().presentValue().toPlainString(),
                                one.rate().metric(),
                                one.rate().presentValue().toPlainString(),
                                one.count().lineLabel(),
                                one.rate().lineLabel(),
                                one.bounds().print(),
                                other.count().metric(),
                                other.count().presentValue().toPlainString(),
                                other.rate().metric(),
                                other.rate().presentValue().toPlainString(),
                                other.count().lineLabel(),
                                other.rate().lineLabel(),
                                other.bounds().print());
        observations.contradict(text, one.rate(), other.rate());
        for (Implied each : List.of(one, other)) {
            // A count of outcomes only stands in for the number of offences, which is not printed.
            if (!each.count().metric().equals(OutcomeRule.COUNT)) {
                each.count().contradiction(text);
            }
        }
    }

    /** A part must not exceed the whole. */
    private void checkPart(String area, String metric, String part, String whole) {
        List<ObservationDraft> rates = values(metric, area);
        for (ObservationDraft one : rates) {
            rates.stream()
                    .filter(other -> part.equals(one.dimension()))
                    .filter(other -> whole.equals(other.dimension()))
                    .filter(other -> Objects.equals(one.period(), other.period()))
                    .filter(other -> one.presentValue().compareTo(other.presentValue()) > 0)
                    .findFirst()
                    .ifPresent(other -> exceeds(area, one, other));
        }
    }

    private void checkBreaches(String area) {
        for (ObservationDraft breached : values("sopo.breached", area)) {
            values("sopo.issued", area).stream()
                    .filter(issued -> Objects.equals(issued.period(), breached.period()))
                    .filter(issued -> breached.presentValue().compareTo(issued.presentValue()) > 0)
                    .findFirst()
                    .ifPresent(issued -> exceeds(area, breached, issued));
        }
    }

    private void exceeds(String area, ObservationDraft part, ObservationDraft whole) {
        observations.contradict(
                "%s: %s %s (%s) exceeds the total of which it is a part, %s (%s)"
                        .formatted(
                                area,
                                name(part),
                                part.presentValue().toPlainString(),
                                part.lineLabel(),
                                whole.presentValue().toPlainString(),
                                whole.lineLabel()),
                part,
                whole);
    }

    private static String name(ObservationDraft draft) {
        return draft.dimension() == null ? draft.metric() : draft.dimension();
    }

    /** The shares of a whole must not add up to more than 100 percent, apart from rounding. */
    private void checkShareSum(String area) {
        Map<Object, List<ObservationDraft>> wholes = new LinkedHashMap<>();
        for (ObservationDraft share : values("ocg.share", area)) {
            wholes.computeIfAbsent(Arrays.asList(share.period(), share.asAt()), key -> new ArrayList<>())
                    .add(share);
        }
        for (List<ObservationDraft> shares : wholes.values()) {
            BigDecimal sum =
                    shares.stream().map(ObservationDraft::presentValue).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal slack = HALF.multiply(BigDecimal.valueOf(shares.size()));
            if (shares.size() > 1 && sum.compareTo(HUNDRED.add(slack)) > 0) {
                observations.contradict(
                        "%s: the shares of the crime types add up to %s percent (from %s)"
                                .formatted(
                                        area, sum.toPlainString(), shares.get(0).lineLabel()),
                        shares.get(0),
                        shares.get(1));
            }
        }
    }
}
