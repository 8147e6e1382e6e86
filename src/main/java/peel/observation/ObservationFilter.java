package peel.observation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which observations: all fields given must hold; of a list, any value. */
@Description("Which observations: all fields given must hold; of a list, any value.")
@Input("ObservationFilter")
public class ObservationFilter {

    @Description("Metrics by code: \"crime.rate\".")
    public List<@NonNull String> metric;

    @Description("Kinds of metrics.")
    public List<@NonNull MetricType> type;

    @Description("Areas by code, forces by any of their names.")
    public List<@NonNull String> area;

    @Description("Offence groups, outcome types, types of crime or schemes, as printed.")
    public List<@NonNull String> dimension;

    @Description("Only those whose day, or whose period's last day, is not before this.")
    public LocalDate from;

    @Description("Only those whose day, or whose period's last day, is not after this.")
    public LocalDate to;

    @Description("true: only those without a value; false: only those with one.")
    public Boolean missing;
}
