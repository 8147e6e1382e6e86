package peel.judgment;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.Country;
import peel.question.Pillar;

@Description(
        "Which forces and questions to count. All given fields must match; a list matches if any of its values does. Omitted fields and null match everything; an empty list matches nothing.")
@Input("JudgmentCountFilter")
public class JudgmentCountFilter {

    @Description("Only these forces, by slug, ONS code, name or alias. Default: all.")
    public @Nullable List<@NonNull String> force;

    @Description("Only forces in these countries. Default: all.")
    public @Nullable List<@NonNull Country> country;

    @Description(
            "Only forces in these regions: \"Eastern\". Case is ignored; an unknown region is an error that lists the known ones. Default: all.")
    public @Nullable List<@NonNull String> region;

    @Description("Only these cycles: \"2015\". Default: all.")
    public @Nullable List<@NonNull String> cycle;

    @Description("Only these pillars. Default: all.")
    public @Nullable List<@NonNull Pillar> pillar;

    @Description("Only questions with these codes: \"overall\". Default: all.")
    public @Nullable List<@NonNull String> question;

    @Description(
            "Code of the cycle that changes are counted from: \"2015\". Default: the latest earlier grade of each force.")
    public @Nullable String since;

    @Description(
            "Count only versions that count as published on this date or later (`knownFrom`). `notHeld` does not depend on it. Default: all.")
    public @Nullable LocalDate publishedFrom;

    @Description(
            "Count only versions that count as published on this date or earlier (`knownFrom`). `notHeld` does not depend on it. Default: all.")
    public @Nullable LocalDate publishedTo;

    @Description(
            "Count the versions that were published and not yet corrected on this date. Default: the current versions.")
    public @Nullable LocalDate asOf;
}
