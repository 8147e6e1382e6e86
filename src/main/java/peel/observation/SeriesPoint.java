package peel.observation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Point of a series.")
public record SeriesPoint(
        @NonNull @Description("Date, or last day of the period.")
        LocalDate at,

        @Description(
                "Observation. Null where the dataset has none of this area but one of another area of the request; `observation.missing` says why an observation has no value.")
        @Nullable Observation observation,

        @NonNull @Description(
                "Whether the value must not be compared with the point before without reading the sources: another publication, or another note on comparability. False for the first point.")
        boolean breaksSeries,

        @Description(
                "Difference from the value of the point before. Null at a break, and if one of the two has no value.")
        @Nullable BigDecimal change) {}
