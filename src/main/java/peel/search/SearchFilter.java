package peel.search;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import peel.question.Pillar;

/** Where to search: all fields given must hold; of a list, any value. */
@Description("Where to search: all fields given must hold; of a list, any value.")
@Input("SearchFilter")
public class SearchFilter {

    @Description("Forces by slug, ONS code, name or alias.")
    public List<@NonNull String> force;

    @Description("Cycles: \"2015\".")
    public List<@NonNull String> cycle;

    @Description("Pillars.")
    public List<@NonNull Pillar> pillar;

    @Description("Codes of questions: \"soc\". What stands in no chapter on a question is left out then.")
    public List<@NonNull String> question;

    @Description("Kinds.")
    public List<@NonNull SearchKind> kind;
}
