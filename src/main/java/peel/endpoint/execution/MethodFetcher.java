package peel.endpoint.execution;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Scalars;
import io.smallrye.graphql.schema.model.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Fetches a field from its API method: of {@code Query}, or of many objects with one call
 * ({@code @Source List<X>}).
 */
final class MethodFetcher implements Fetcher.OfMany {

    /** The framework passes it on to adapters, of which the schema has none. */
    private static final DataFetchingEnvironment NOTHING =
            DataFetchingEnvironmentImpl.newDataFetchingEnvironment().build();

    private final ApiMethod method;
    private final ArgumentHelper values;
    private final List<Parameter> parameters = new ArrayList<>();
    private final boolean many;

    /**
     * What a parameter is given: an argument's value, an input object's where there is a reader.
     */
    private record Parameter(Argument argument, InputReader ofInputObject) {}

    private MethodFetcher(Operation operation, Schema model, boolean many) {
        this.method = new ApiMethod(operation);
        this.values = new ArgumentHelper(operation.getArguments());
        this.many = many;
        for (Argument argument : operation.getArguments()) {
            if (!argument.isSourceArgument()) {
                nameElementClass(argument);
                parameters.add(new Parameter(argument, InputReader.of(argument, model, values)));
            }
        }
    }

    /** Of a field of {@code Query}. */
    static MethodFetcher ofQuery(Operation operation, Schema model) {
        return new MethodFetcher(operation, model, false);
    }

    /** Of a field of other objects. */
    static MethodFetcher ofMany(Operation operation, Schema model) {
        return new MethodFetcher(operation, model, true);
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
        List<Object> passed = new ArrayList<>();
        if (many) {
            passed.add(sources);
        }
        for (Parameter parameter : parameters) {
            passed.add(value(parameter, given.get(parameter.argument.getName())));
        }
        Object result = method.call(passed.toArray());
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

    private Object value(Parameter parameter, Object given) throws Exception {
        if (given == null) {
            return null;
        }
        return parameter.ofInputObject != null
                ? parameter.ofInputObject.read((Map<?, ?>) given, NOTHING)
                : values.transformOrAdapt(given, parameter.argument, NOTHING);
    }
}
