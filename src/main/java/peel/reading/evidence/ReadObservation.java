package peel.reading.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import peel.observation.MissingReason;
import peel.observation.Qualifier;

/**
 * A value that a report states, or that it shows in a chart whose values are lost. The components match the columns of
 * observations.csv.
 *
 * @param metric the metric's code
 * @param area the area's code
 * @param from first day of the period over which a flow is counted, or null
 * @param to last day of that period, inclusive, or null
 * @param asAt the day on which a stock is counted, or null
 * @param baselineFrom first day of the period that a change is measured against, or null
 * @param baselineTo last day of that period, inclusive, or null
 * @param dimension the offence, outcome, scheme or crime type, or null
 * @param dimensionGroup the group of the dimension, or null
 * @param value the exact decimal as printed, or null
 * @param missing why there is no value, or null
 * @param comparability caveats when comparing the value, or null
 * @param assessment how the report describes the value in words, or null
 * @param contradiction statements of the report that contradict the value, with their lines, or null
 */
public record ReadObservation(
        String metric,
        String area,
        LocalDate from,
        LocalDate to,
        LocalDate asAt,
        LocalDate baselineFrom,
        LocalDate baselineTo,
        String dimension,
        String dimensionGroup,
        BigDecimal value,
        MissingReason missing,
        Qualifier qualifier,
        String comparability,
        String assessment,
        String contradiction,
        Place place) {}
