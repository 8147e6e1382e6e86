package peel.observation;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Column of a table of figures: one metric on one date.")
public record FigureColumn(
        @NonNull @Description("Metric of the column.") Metric metric,

        @Description("Date of the observations, or the last day of their period. Null if the metric has none.")
        @Nullable LocalDate at,

        @Description("Metric by which the values are divided. Null for a column without `per`.") @Nullable RankedDenominator per,

        @Description("Value of England and Wales. Null if there is none.") @Nullable Observation comparator,

        @NonNull @Description("Number of forces with a value.")
        int forces) {}
