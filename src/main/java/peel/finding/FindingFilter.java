package peel.finding;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
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
}
