package peel.observation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description(
        "Filter for organised crime group counts. All given fields must match; a list matches if any of its values does. Omitted fields and null match everything; an empty list matches nothing.")
@Input("OrganisedCrimeGroupFilter")
public class OrganisedCrimeGroupFilter {

    @Description("Only metrics with these codes: \"ocg.count\", \"ocg.rate\", \"ocg.share\". Default: all.")
    public @Nullable List<@NonNull String> metric;

    @Description("Only these areas, by code; a force also by its ONS code, name or alias. Default: all.")
    public @Nullable List<@NonNull String> area;

    @Description(
            "Only these predominant types of crime, as printed: \"Drug activity\". Default: all, including counts of all groups together.")
    public @Nullable List<@NonNull String> predominantCrimeType;

    @Description("Only counts as at this date. Default: all dates.")
    public @Nullable LocalDate asAt;
}
