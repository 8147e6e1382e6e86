package peel.source;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** Fields of {@code Source}. */
@GraphQLApi
// Quarkus registers only API classes that have a @Query.
@RegisterForReflection
public class SourceApi {

    @NonNull @Description("Publication in which the fact appears.")
    public List<@NonNull Publication> publication(@Source List<SourceReference> sources) {
        return Publication.byKeys(
                sources.stream().map(source -> source.publicationKey).toList());
    }
}
