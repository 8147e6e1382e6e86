package peel.search;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import peel.question.Pillar;

@Description(
        "Filter for search results. All given fields must match; a list matches if any of its values does. Omitted fields and null match everything; an empty list matches nothing.")
@Input("SearchFilter")
public class SearchFilter {

    @Description("Only these forces, by slug, ONS code, name or alias. Default: all.")
    public @Nullable List<@NonNull String> force;

    @Description("Only these cycles: \"2015\". Default: all.")
    public @Nullable List<@NonNull String> cycle;

    @Description(
            "Only these pillars. Default: all. In a report on several pillars, text outside of their chapters belongs to none.")
    public @Nullable List<@NonNull Pillar> pillar;

    @Description(
            "Only text about questions with these codes: \"soc\". Text that belongs to no question then does not match. Default: all.")
    public @Nullable List<@NonNull String> question;

    @Description("Only these kinds of text. Default: all.")
    public @Nullable List<@NonNull SearchKind> kind;
}
