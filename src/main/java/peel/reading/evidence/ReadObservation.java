package peel.reading.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import peel.observation.MissingReason;
import peel.observation.Qualifier;

/**
 * A value that a report states, or that it shows in a chart whose values are lost. The components match the columns of
 * observations.csv.
 *
 * @param metric the metric's code
 * @param area the area's code
 * @param from first day of the period over which a flow is counted
 * @param to last day of that period, inclusive
 * @param asAt the day on which a stock is counted
 * @param baselineFrom first day of the period that a change is measured against
 * @param baselineTo last day of that period, inclusive
 * @param dimension the offence, outcome, scheme or crime type
 * @param dimensionGroup the group of the dimension
 * @param value the exact decimal as printed
 * @param missing why there is no value
 * @param comparability caveats when comparing the value
 * @param assessment how the report describes the value in words
 * @param contradiction statements of the report that contradict the value, with their lines
 */
public record ReadObservation(
        String metric,
        String area,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asAt,
        @Nullable LocalDate baselineFrom,
        @Nullable LocalDate baselineTo,
        @Nullable String dimension,
        @Nullable String dimensionGroup,
        @Nullable BigDecimal value,
        @Nullable MissingReason missing,
        Qualifier qualifier,
        @Nullable String comparability,
        @Nullable String assessment,
        @Nullable String contradiction,
        Place place) {}
