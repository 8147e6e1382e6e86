package peel.change;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description(
        "Filter for changes. All given fields must match; a list matches if any of its values does. Omitted fields and null match everything; an empty list matches nothing.")
@Input("ChangeFilter")
public class ChangeFilter {

    @Description("Only changes of these kinds. Default: all.")
    public @Nullable List<@NonNull ChangeKind> kind;

    @Description("Only these actions. Default: all.")
    public @Nullable List<@NonNull ChangeAction> action;

    @Description(
            "Only changes of facts about these forces, by slug, ONS code, name or alias. Many facts about several forces that are one change have no force. Default: all.")
    public @Nullable List<@NonNull String> force;

    @Description("Only changes of facts of these cycles: \"2015\". Default: all.")
    public @Nullable List<@NonNull String> cycle;

    @Description("Only changes of facts on questions with these codes: \"soc\". Default: all.")
    public @Nullable List<@NonNull String> question;

    @Description("Only changes of observations of these metrics: \"crime.recorded\". Default: all.")
    public @Nullable List<@NonNull String> metric;
}
