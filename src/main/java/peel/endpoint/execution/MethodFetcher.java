package peel.endpoint.execution;

import graphql.schema.DataFetchingEnvironmentImpl;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Scalars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Fetches a field from its API method: of {@code Query}, or of many objects with one call
 * ({@code @Source List<X>}).
 */
final class MethodFetcher implements Fetcher.OfMany {

    private final ApiMethod method;
    private final ArgumentHelper arguments;
    private final boolean many;

    private MethodFetcher(Operation operation, boolean many) {
        this.method = new ApiMethod(operation);
        operation.getArguments().forEach(MethodFetcher::nameElementClass);
        this.arguments = new ArgumentHelper(operation.getArguments());
        this.many = many;
    }

    /** Of a field of {@code Query}. */
    static MethodFetcher ofQuery(Operation operation) {
        return new MethodFetcher(operation, false);
    }

    /** Of a field of other objects. */
    static MethodFetcher ofMany(Operation operation) {
        return new MethodFetcher(operation, true);
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
    public List<?> of(List<Object> sources, Map<String, Object> given) throws Exception {
        List<Object> parameters = new ArrayList<>();
        if (many) {
            parameters.add(sources);
        }
        parameters.addAll(
                arguments.getArguments(
                        DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
                                .arguments(given)
                                .build(),
                        many));
        Object result = method.call(parameters.toArray());
        if (!many) {
            return Collections.singletonList(result);
        }
        List<?> values = (List<?>) result;
        if (values.size() != sources.size()) {
            throw new IllegalStateException(
                    "%s gave %d values for %d sources"
                            .formatted(method, values.size(), sources.size()));
        }
        return values;
    }
}
