package peel.force;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description(
        "Filter for forces. All given fields must match; a list matches if any of its values does. Omitted fields and null match everything; an empty list matches nothing.")
@Input("ForceFilter")
public class ForceFilter {

    @Description("Only forces with these slugs, ONS codes, names or aliases. Default: all.")
    public @Nullable List<@NonNull String> name;

    @Description("Only forces in these countries. Default: all.")
    public @Nullable List<@NonNull Country> country;

    @Description(
            "Only forces in these regions, as named in Home Office statistics: \"Eastern\". Case is ignored; an unknown region is an error that lists the known ones. Default: all.")
    public @Nullable List<@NonNull String> region;

    @Description(
            "Only forces in these regional organised crime units (ROCUs): \"ERSOU\". Case is ignored; an unknown unit is an error that lists the known ones. Default: all.")
    public @Nullable List<@NonNull String> regionalOrganisedCrimeUnit;

    @Description(
            "Only forces whose area contains this local authority, by name or ONS code: \"Luton\". Case, accents, punctuation and words such as \"Borough of\" and \"Council\" are ignored; an unknown name is an error that lists similar ones. Default: all.")
    public @Nullable String localAuthority;

    @Description("Only forces with a current judgment that matches this filter. Default: all.")
    public @Nullable JudgedFilter judged;

    @Description(
            "Only forces that match every one of these filters, each with any of its current judgments: good in each of three pillars, for instance. At most 10. Default: all.")
    public @Nullable List<@NonNull JudgedFilter> judgedAll;

    @Description(
            "Only forces that match at least one of these filters. At most 10; an empty list matches nothing. Default: all.")
    public @Nullable List<@NonNull JudgedFilter> judgedAny;

    @Description("Only forces that match none of these filters. At most 10. Default: all.")
    public @Nullable List<@NonNull JudgedFilter> judgedNone;

    @Description("Only forces whose figures match every one of these filters. At most 10. Default: all.")
    public @Nullable List<@NonNull MeasuredFilter> measured;

    @Description("Only this force and its peers. An unknown force is an error that lists the known ones. Default: all.")
    public @Nullable PeersFilter peersOf;

    @Description("Only forces under enhanced monitoring on a date. Default: all.")
    public @Nullable MonitoredFilter monitored;

    @Description(
            "Only forces with a name, alias or slug of which a word starts with this text: \"bed\", \"west m\". For autocompletion. Default: all.")
    public @Nullable String search;
}
