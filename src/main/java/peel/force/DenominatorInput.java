package peel.force;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("Metric by which the values of another metric are divided, such as the officers of crimes per officer.")
@Input("DenominatorInput")
public class DenominatorInput {

    @NonNull @Description(
            "Code of the metric: \"workforce.officers\". Its unit, like that of the metric that is divided, must be `COUNT` or `FULL_TIME_EQUIVALENT`.")
    public String metric;

    @Description(
            "Number of units of the denominator that the ratio is for: 1000 for a rate per 1,000 people. 1–1,000,000, default 1.")
    public @Nullable Integer units;

    @Description(
            "Date of the denominator, or the last day of its period; at most a year outside the period of the value that is divided. Default: the date of that value or, without an observation on it, the nearest one before. Two periods must be the same.")
    public @Nullable LocalDate at;

    @Description("Dimension of the metric: \"Sexual offences\". Required if there are several on that date.")
    public @Nullable String dimension;
}
