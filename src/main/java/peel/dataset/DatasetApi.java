package peel.dataset;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Queries for the data as a whole, and for the program. */
@GraphQLApi
public class DatasetApi {

    private final String version;

    DatasetApi(@ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version) {
        this.version = version;
    }

    @Query
    @NonNull @Description("The program that answers: its version and build.")
    public Service service() {
        return new Service(version);
    }

    @Query
    @NonNull @Description("Data held by this service: revision, coverage and licence.")
    public Dataset dataset() {
        return new Dataset(
                DatasetRevision.latest().orElseThrow(() -> new IllegalStateException("no dataset is loaded")));
    }
}
