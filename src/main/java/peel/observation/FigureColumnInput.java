package peel.observation;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.DenominatorInput;

@Description("Column that a table of figures is to have.")
@Input("FigureColumnInput")
public class FigureColumnInput {

    @NonNull @Description("Code of the metric: \"workforce.officers\".")
    public String metric;

    @Description(
            "Date of the observations, or the last day of their period. A date without observations is an error that lists others. Default: the latest available.")
    public @Nullable LocalDate at;

    @Description("Dimension of the metric: \"Sexual offences\". Required if there are several on that date.")
    public @Nullable String dimension;

    @Description("Metric by which the values are divided and then ranked. Default: none.")
    public @Nullable DenominatorInput per;
}
