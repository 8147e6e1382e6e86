package peel.judgment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Description("Age of a version of a judgment on a date, counted from its publication.")
public record JudgmentAge(
        @Description("Number of days since publication. Null unless `precision` is DAY.") @Nullable Integer days,

        @Description(
                "Number of days since the day from which the version counts as published, so that it is at least as old. Null if that day is not known.")
        @Nullable Integer atLeast,

        @Description(
                "How precisely the date of publication is known, which says why `days` is null: published in the month, or on the day or before. Null if the date is not known at all.")
        @Nullable PublishedPrecision precision) {

    /** The age of a judgment; null if it was not published yet. */
    static @Nullable JudgmentAge of(Judgment judgment, LocalDate on) {
        LocalDate from = judgment.knownFrom;
        if (from == null) {
            return new JudgmentAge(null, null, null);
        }
        if (from.isAfter(on)) {
            return null;
        }
        int days = Math.toIntExact(ChronoUnit.DAYS.between(from, on));
        PublishedPrecision precision = judgment.getKnownFromPrecision();
        return new JudgmentAge(precision == PublishedPrecision.DAY ? days : null, days, precision);
    }
}
