package peel.dataset;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Query for the data as a whole. */
@GraphQLApi
public class DatasetApi {

    @Query
    @NonNull @Description("Data held by this service: revision, coverage and licence.")
    public Dataset dataset() {
        return new Dataset(
                DatasetRevision.latest().orElseThrow(() -> new IllegalStateException("no dataset is loaded")));
    }
}
