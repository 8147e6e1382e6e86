package peel.reading.phrase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of days.
 *
 * @param from the first
 * @param to the last
 */
public record Period(LocalDate from, LocalDate to) {

    /**
     * The months that end on a day.
     *
     * @param months how many
     * @param to the last day
     */
    public static Period monthsTo(int months, LocalDate to) {
        LocalDate next = to.plusDays(1);
        return new Period(next.minusMonths(months), to);
    }

    /** The stretch of the same number of months just before. */
    public Period before() {
        int months = (int) ChronoUnit.MONTHS.between(from, to.plusDays(1));
        return monthsTo(Math.max(months, 1), from.minusDays(1));
    }
}
