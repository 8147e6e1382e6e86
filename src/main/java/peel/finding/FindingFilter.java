package peel.finding;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.Country;
import peel.question.Pillar;

@Description(
        "Filter for findings. All given fields must match; a list matches if any of its values does. Omitted fields and null match everything; an empty list matches nothing.")
@Input("FindingFilter")
public class FindingFilter {

    @Description("Only these forces, by slug, ONS code, name or alias. Default: all.")
    public @Nullable List<@NonNull String> force;

    @Description("Only these cycles: \"2015\". Default: all.")
    public @Nullable List<@NonNull String> cycle;

    @Description("Only these pillars. Default: all.")
    public @Nullable List<@NonNull Pillar> pillar;

    @Description("Only questions with these codes: \"soc\". Default: all.")
    public @Nullable List<@NonNull String> question;

    @Description("Only these kinds of finding. Default: all.")
    public @Nullable List<@NonNull FindingKind> kind;

    @Description("Only recommendations whose latest status is one of these. Default: all findings.")
    public @Nullable List<@NonNull RecommendationStatus> status;

    @Description("Only findings about forces in these countries. Default: all.")
    public @Nullable List<@NonNull Country> country;

    @Description(
            "Only findings about forces in these regions: \"Eastern\". Case is ignored; an unknown region is an error that lists the known ones. Default: all.")
    public @Nullable List<@NonNull String> region;

    @Description(
            "Only recommendations with these numbers in the inspectorate's public register; a number that no finding has matches nothing. Default: all findings.")
    public @Nullable List<@NonNull String> registerId;

    @Description(
            "Only recommendations whose deadline ends on this date or later; the deadline `2017-09` ends on 30 September, and one in words matches nothing. Default: all findings.")
    public @Nullable LocalDate deadlineFrom;

    @Description(
            "Only recommendations whose deadline ends on this date or earlier. With yesterday's date and `status`, those that are overdue. Default: all findings.")
    public @Nullable LocalDate deadlineTo;
}
