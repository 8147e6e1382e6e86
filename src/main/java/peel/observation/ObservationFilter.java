package peel.observation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description(
        "Filter for observations. All given fields must match; a list matches if any of its values does. Omitted fields and null match everything; an empty list matches nothing.")
@Input("ObservationFilter")
public class ObservationFilter {

    @Description("Only metrics with these codes: \"crime.rate\". Default: all.")
    public @Nullable List<@NonNull String> metric;

    @Description("Only metrics of these kinds. Default: all.")
    public @Nullable List<@NonNull MetricType> type;

    @Description("Only these areas, by code; a force also by its ONS code, name or alias. Default: all.")
    public @Nullable List<@NonNull String> area;

    @Description(
            "Only these offence groups, outcome types, predominant types of crime or offender-management schemes, as printed. Default: all.")
    public @Nullable List<@NonNull String> dimension;

    @Description(
            "Only observations dated, or ending, on or after this date. Observations without a date do not match. Default: no limit.")
    public @Nullable LocalDate from;

    @Description(
            "Only observations dated, or ending, on or before this date. Observations without a date match. Default: no limit.")
    public @Nullable LocalDate to;

    @Description("If true, only observations without a value; if false, only observations with a value. Default: both.")
    public @Nullable Boolean missing;
}
