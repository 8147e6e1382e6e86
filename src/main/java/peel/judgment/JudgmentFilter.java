package peel.judgment;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.force.Country;
import peel.question.ChangeDirection;
import peel.question.Grade;
import peel.question.Pillar;

@Description(
        "Filter for judgments. All given fields must match; a list matches if any of its values does. Omitted fields and null match everything; an empty list matches nothing.")
@Input("JudgmentFilter")
public class JudgmentFilter {

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

    @Description("Only questions with these codes: \"vulnerable\". Default: all.")
    public @Nullable List<@NonNull String> question;

    @Description("Only judgments with these states. Default: all.")
    public @Nullable List<@NonNull JudgmentState> state;

    @Description("Only judgments with these grades. Default: all, including judgments without a grade.")
    public @Nullable List<@NonNull Grade> grade;

    @Description("Only judgments that their source states in these ways. Default: all.")
    public @Nullable List<@NonNull JudgmentBasis> basis;

    @Description(
            "Whether to leave out judgments that a later grade of the same force on a comparable question replaced. A question that was not asked again keeps its last judgment, however old: combine with `cycle` or `publishedFrom`. Default: false.")
    public @Nullable Boolean latest;

    @Description("Only judgments that changed in these directions, compared as in `Judgment.change`. Default: all.")
    public @Nullable List<@NonNull ChangeDirection> change;

    @Description(
            "Code of the cycle that `change` compares with: \"2015\". Default: the latest earlier grade of each force.")
    public @Nullable String since;

    @Description("Only versions that count as published on this date or later (`knownFrom`). Default: all.")
    public @Nullable LocalDate publishedFrom;

    @Description("Only versions that count as published on this date or earlier (`knownFrom`). Default: all.")
    public @Nullable LocalDate publishedTo;

    @Description(
            "Only judgments that were corrected after publication, so that they replaced an earlier version (`true`), or only those that were not (`false`). Default: all.")
    public @Nullable Boolean corrected;

    @Description("Only judgments that replaced an earlier version on this date or later. Default: all.")
    public @Nullable LocalDate correctedFrom;

    @Description("Only judgments that replaced an earlier version on this date or earlier. Default: all.")
    public @Nullable LocalDate correctedTo;

    @Description(
            "Only judgments about which the sources contradict themselves or each other, as `contradiction` describes (`true`), or only the others (`false`). Default: all.")
    public @Nullable Boolean disputed;

    @Description(
            "Return the versions that were published and not yet corrected on this date. A version whose date of publication is not known counts as published. Default: the current versions.")
    public @Nullable LocalDate asOf;
}
