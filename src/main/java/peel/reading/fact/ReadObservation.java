package peel.reading.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import peel.observation.MissingReason;
import peel.observation.Qualifier;

/**
 * A figure as a report gives it; the columns of observations.csv.
 *
 * @param metric the metric's code
 * @param area the area's code
 * @param from first day of the period of a flow, or null
 * @param to last day of the period, or null
 * @param asAt the day of a stock, or null
 * @param baselineFrom first day of what a change is measured against, or null
 * @param baselineTo last day of it, or null
 * @param dimension the offence, outcome, scheme or crime type, or null
 * @param dimensionGroup the group of the dimension, or null
 * @param value the exact decimal as printed, or null
 * @param missing why there is no value, or null
 * @param qualifier exact or approximate
 * @param comparability what has to be known before it is compared, or null
 * @param assessment what the report says of it in words, or null
 * @param contradiction what else the report says of it, with the lines, or null
 * @param place where it stands
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
