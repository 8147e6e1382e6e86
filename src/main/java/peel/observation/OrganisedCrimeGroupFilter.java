package peel.observation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which organised crime group counts: all fields given must hold; of a list, any value. */
@Description("Which organised crime group counts: all fields given must hold; of a list, any value.")
@Input("OrganisedCrimeGroupFilter")
public class OrganisedCrimeGroupFilter {

    @Description("Metrics by code: \"ocg.count\", \"ocg.rate\", \"ocg.share\".")
    public List<@NonNull String> metric;

    @Description("Areas by code, forces by any of their names.")
    public List<@NonNull String> area;

    @Description("Predominant types of crime, as printed: \"Drug activity\".")
    public List<@NonNull String> predominantCrimeType;

    @Description("Only counts as at this day.")
    public LocalDate asAt;
}
