package peel.force;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.question.ChangeDirection;
import peel.question.Grade;
import peel.question.Pillar;

@Description(
        "Filter for forces by their current judgments. All given fields must match for the same judgment; a list matches if any of its values does. Omitted fields and null match everything; an empty list matches nothing.")
@Input("JudgedFilter")
public class JudgedFilter {

    @Description("Only these cycles: \"2015\". Default: all.")
    public @Nullable List<@NonNull String> cycle;

    @Description("Only these pillars. Default: all.")
    public @Nullable List<@NonNull Pillar> pillar;

    @Description("Only questions with these codes: \"vulnerable\". Default: all.")
    public @Nullable List<@NonNull String> question;

    @Description("Only these grades. Default: all.")
    public @Nullable List<@NonNull Grade> grade;

    @Description(
            "Whether to leave out judgments that a later grade of the same force on a comparable question replaced. Default: false.")
    public @Nullable Boolean latest;

    @Description("Only judgments whose grade changed in these directions since the latest earlier one. Default: all.")
    public @Nullable List<@NonNull ChangeDirection> change;
}
