package peel.dataset;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Questions about the data as a whole. */
@GraphQLApi
public class DatasetApi {

    /** The dataset. */
    @Query
    @NonNull @Description("What this service holds, and on what terms.")
    public Dataset dataset() {
        return new Dataset(
                DatasetRevision.latest().orElseThrow(() -> new IllegalStateException("no dataset is loaded")));
    }
}
