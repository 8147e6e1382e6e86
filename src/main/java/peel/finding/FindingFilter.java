package peel.finding;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import peel.question.Pillar;

/** Which findings: all fields given must hold; of a list, any value. */
@Description("Which findings: all fields given must hold; of a list, any value.")
@Input("FindingFilter")
public class FindingFilter {

    @Description("Forces by slug, ONS code, name or alias.")
    public List<@NonNull String> force;

    @Description("Cycles: \"2015\".")
    public List<@NonNull String> cycle;

    @Description("Pillars.")
    public List<@NonNull Pillar> pillar;

    @Description("Codes of questions: \"soc\".")
    public List<@NonNull String> question;

    @Description("Kinds.")
    public List<@NonNull FindingKind> kind;

    @Description("Where a recommendation stands today: its latest status.")
    public List<@NonNull RecommendationStatus> status;
}
