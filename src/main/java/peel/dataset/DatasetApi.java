package peel.dataset;

import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import peel.paging.Page;
import peel.paging.PageRequest;

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

    @Subscription
    @NonNull @Description("The data in its current state, and again whenever an import has changed it.")
    public Multi<@NonNull Dataset> datasetChanged() {
        return Multi.createFrom().item(dataset());
    }

    @NonNull @Description("States of the data: the imports that changed something, newest first, paginated.")
    public List<@NonNull DatasetRevisionConnection> revisions(
            @Source List<Dataset> datasets,
            @Description(PageRequest.FIRST) @Nullable Integer first,
            @Description(PageRequest.AFTER) @Nullable String after,
            @Description(PageRequest.LAST) @Nullable Integer last,
            @Description(PageRequest.BEFORE) @Nullable String before) {
        DatasetRevisionConnection revisions = new DatasetRevisionConnection(
                Page.of(DatasetRevision.all(), DatasetRevision.NEWEST, PageRequest.of(first, after, last, before)));
        return datasets.stream().map(dataset -> revisions).toList();
    }
}
