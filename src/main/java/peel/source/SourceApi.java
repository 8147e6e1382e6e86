package peel.source;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Queries for publications, and fields of {@code Source}. */
@GraphQLApi
public class SourceApi {

    @Query
    @Description("Publication with this code.")
    public Publication publication(@NonNull @Description("Code of the publication.") String code) {
        return Publication.require(code);
    }

    @NonNull @Description("Publication in which the fact appears.")
    public List<@NonNull Publication> publication(@Source List<SourceReference> sources) {
        return Publication.byKeys(
                sources.stream().map(source -> source.publicationKey).toList());
    }
}
