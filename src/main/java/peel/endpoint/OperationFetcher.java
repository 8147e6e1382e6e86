package peel.endpoint;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Scalars;

/** Fetches a field of {@code Query} by calling its API method. */
final class OperationFetcher implements DataFetcher<Object> {

    private final ApiMethod method;
    private final ArgumentHelper arguments;

    OperationFetcher(Operation operation) {
        this.method = new ApiMethod(operation);
        operation.getArguments().forEach(OperationFetcher::nameElementClass);
        this.arguments = new ArgumentHelper(operation.getArguments());
    }

    /**
     * The framework's model says of a list of ids that each id is a list, and would read it as
     * JSON.
     */
    private static void nameElementClass(Argument argument) {
        Reference ids = Scalars.getIDScalar(String.class.getName());
        if (argument.hasWrapper() && ids.getName().equals(argument.getReference().getName())) {
            argument.setReference(ids);
        }
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        RequestTimeout.check(environment);
        return method.call(arguments.getArguments(environment).toArray());
    }
}
