package peel.endpoint;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Operation;

/** Fetches a field of {@code Query} by calling its API method. */
final class OperationFetcher implements DataFetcher<Object> {

    private final OperationInvoker method;
    private final ArgumentHelper arguments;

    OperationFetcher(Operation operation) {
        this.method = new OperationInvoker(operation);
        this.arguments = new ArgumentHelper(operation.getArguments());
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        RequestTimeout.check(environment);
        return method.invoke(arguments.getArguments(environment).toArray());
    }
}
