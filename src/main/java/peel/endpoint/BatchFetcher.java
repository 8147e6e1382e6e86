package peel.endpoint;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;

/**
 * Fetches a field of many parents with one call of its API method ({@code @Source List<X>}). The
 * loader is named after the method and the arguments: two aliases with different arguments are two
 * batches, and a field of an interface is one batch for all its types. The framework's own fetcher
 * confuses the former and splits the latter.
 */
final class BatchFetcher implements DataFetcher<Object> {

    private final ApiMethod method;
    private final ArgumentHelper arguments;
    private final boolean hasArguments;

    BatchFetcher(ApiMethod method, Operation operation) {
        this.method = method;
        this.arguments = new ArgumentHelper(operation.getArguments());
        this.hasArguments = operation.getArguments().size() > 1;
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        RequestTimeout.check(environment);
        List<Object> values = hasArguments ? arguments.getArguments(environment, true) : List.of();
        DataLoader<Object, Object> loader =
                environment
                        .getDataLoaderRegistry()
                        .computeIfAbsent(
                                hasArguments ? method + values.toString() : method.toString(),
                                key ->
                                        DataLoaderFactory.newDataLoader(
                                                sources -> batch(sources, values)));
        return loader.load(environment.getSource());
    }

    @SuppressWarnings("unchecked")
    private CompletableFuture<List<Object>> batch(List<Object> sources, List<Object> values) {
        List<Object> parameters = new ArrayList<>(values.size() + 1);
        parameters.add(sources);
        parameters.addAll(values);
        try {
            return CompletableFuture.completedFuture(
                    (List<Object>) method.call(parameters.toArray()));
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
