package peel.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.force.DenominatorInput;

/**
 * What values are divided by. Only numbers can be divided, and only by numbers of about the same time: a ratio that the
 * figures don't support is refused, not computed.
 *
 * @param metric what values are divided by
 * @param input what was asked for
 * @param units the number of units that a ratio is for
 */
record Denominator(Metric metric, DenominatorInput input, int units) {

    private static final int MOST_UNITS = 1_000_000;

    /** How far outside the period of a value its denominator may lie. */
    private static final int MOST_DAYS = 366;

    /** The denominators of one day, by area. */
    record Values(RankedDenominator denominator, Map<Integer, StoredObservation> byArea) {

        List<Ratio> ratiosOf(List<StoredObservation> rows) {
            List<@Nullable Area> areas =
                    Area.byKeys(rows.stream().map(row -> row.areaKey).toList());
            List<Ratio> ratios = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                StoredObservation row = rows.get(i);
                ratios.add(Ratio.of(
                        row, byArea.get(row.areaKey), Objects.requireNonNull(areas.get(i)), denominator.units()));
            }
            return ratios;
        }
    }

    /**
     * @throws BadUserInputException if there is no such metric, or if one of the two is not a number
     */
    static Denominator of(Metric divided, DenominatorInput input) {
        Metric metric = Metric.require(input.metric);
        for (Metric each : List.of(divided, metric)) {
            if (!each.unit.isTotalled()) {
                throw new BadUserInputException(
                        "The unit of \"%s\" is %s, which cannot be part of a ratio. Choose two metrics whose units are COUNT or FULL_TIME_EQUIVALENT."
                                .formatted(each.code, each.unit));
            }
        }
        int units = input.units == null ? 1 : input.units;
        if (units < 1 || units > MOST_UNITS) {
            throw new BadUserInputException(
                    "The \"units\" of a denominator are %d; 1 to %d are allowed.".formatted(units, MOST_UNITS));
        }
        return new Denominator(metric, input, units);
    }

    /**
     * Reads the denominators for some values.
     *
     * @param rows the values; at least one
     * @throws BadUserInputException if there is no denominator of the same period, or of about the same time
     */
    Values valuesFor(Metric divided, LocalDate day, List<StoredObservation> rows) {
        boolean bothPeriods = divided.basis == MetricBasis.FLOW && metric.basis == MetricBasis.FLOW;
        LocalDate at = bothPeriods ? samePeriod(divided, day) : near(divided, day, rows);
        List<StoredObservation> found = Ranking.observed(metric, at, input.dimension, true);
        Map<Integer, StoredObservation> byArea = new HashMap<>();
        found.forEach(row -> byArea.put(row.areaKey, row));
        Values values = new Values(new RankedDenominator(metric, at, found.get(0).dimension, units), byArea);
        List<Ratio> ratios = values.ratiosOf(rows);
        if (ratios.stream()
                .allMatch(ratio -> ratio.missing() == RatioMissingReason.OTHER_PERIOD
                        || ratio.missing() == RatioMissingReason.NO_DENOMINATOR)) {
            throw new BadUserInputException(
                    "No area has observations of both \"%s\" and \"%s\" for the same period that ends on %s. A ratio of two metrics about periods needs the same period."
                            .formatted(divided.code, metric.code, day));
        }
        return values;
    }

    private LocalDate samePeriod(Metric divided, LocalDate day) {
        if (input.at != null && !input.at.equals(day)) {
            throw new BadUserInputException(
                    "The period of \"%s\" ends on %s, and that of \"%s\" was asked for on %s. A ratio of two metrics about periods needs the same period: omit \"at\" of \"per\"."
                            .formatted(divided.code, day, metric.code, input.at));
        }
        return day;
    }

    private LocalDate near(Metric divided, LocalDate day, List<StoredObservation> rows) {
        LocalDate starts = rows.stream()
                .map(row -> row.from)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(day);
        LocalDate earliest = starts.minusDays(MOST_DAYS);
        LocalDate latest = day.plusDays(MOST_DAYS);
        if (input.at != null) {
            if (input.at.isBefore(earliest) || input.at.isAfter(latest)) {
                throw new BadUserInputException(
                        "The observations of \"%s\" are of %s; a denominator of %s is more than a year away from them. Dates from %s to %s are allowed."
                                .formatted(divided.code, day, input.at, earliest, latest));
            }
            return input.at;
        }
        LocalDate found = Ranking.latest(metric, day);
        if (found == null || found.isBefore(earliest)) {
            throw new BadUserInputException("\"%s\" cannot divide \"%s\" of %s: %s. Set \"at\" to another date."
                    .formatted(
                            metric.code,
                            divided.code,
                            day,
                            found == null
                                    ? "no force has an observation of it on that date or before"
                                    : "its latest observations before that date, of " + found
                                            + ", are more than a year old"));
        }
        return found;
    }
}
