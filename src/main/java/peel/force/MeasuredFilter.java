package peel.force;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Filter for forces by one figure. All given bounds must hold; a force without a value matches none.")
@Input("MeasuredFilter")
public class MeasuredFilter {

    @NonNull @Description("Code of the metric: \"workforce.officers\".")
    public String metric;

    @Description(
            "Date of the observations, or the last day of their period. A date without observations is an error that lists others. Default: the latest available.")
    public @Nullable LocalDate at;

    @Description("Dimension of the metric: \"Sexual offences\". Required if there are several on that date.")
    public @Nullable String dimension;

    @Description(
            "Metric by which the values are divided before they are compared: crimes per officer, for instance. Default: none.")
    public @Nullable DenominatorInput per;

    @Description("Only values greater than this. Default: no bound.")
    public @Nullable BigDecimal above;

    @Description("Only values of at least this. Default: no bound.")
    public @Nullable BigDecimal atLeast;

    @Description("Only values less than this. Default: no bound.")
    public @Nullable BigDecimal below;

    @Description("Only values of at most this. Default: no bound.")
    public @Nullable BigDecimal atMost;

    @Description(
            "Only values on this side of the one of England and Wales for the same period, or of its ratio; without one, no force matches. Default: both.")
    public @Nullable ComparatorSide comparator;
}
