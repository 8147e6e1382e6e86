package peel.observation;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Metric by which the values of a ranking are divided.")
public record RankedDenominator(
        @NonNull @Description("Metric of the denominator.") Metric metric,

        @NonNull @Description(
                "Date of the denominator, or the last day of its period. Where it is not the date of the ranking, the dataset has no observation on that date and this is the nearest one before, or the one asked for.")
        LocalDate at,

        @Description("Dimension of the denominator. Null for a metric without dimensions, and for its total.") @Nullable String dimension,

        @NonNull @Description("Number of units of the denominator that ratios are for: 1000 for rates per 1,000 people.")
        int units) {}
