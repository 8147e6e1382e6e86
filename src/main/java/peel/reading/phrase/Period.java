package peel.reading.phrase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A period of whole days.
 *
 * @param to the last day, inclusive
 */
public record Period(LocalDate from, LocalDate to) {

    /** The period of a number of months that ends on a day. */
    public static Period monthsTo(int months, LocalDate to) {
        LocalDate next = to.plusDays(1);
        return new Period(next.minusMonths(months), to);
    }

    /** The period of the same number of months directly before this one. */
    public Period before() {
        int months = (int) ChronoUnit.MONTHS.between(from, to.plusDays(1));
        return monthsTo(Math.max(months, 1), from.minusDays(1));
    }
}
