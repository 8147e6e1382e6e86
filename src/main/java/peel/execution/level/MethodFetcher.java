package peel.execution.level;

import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Scalars;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.mutiny.Multi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fetches a field by its API method: a field of {@code Query} or {@code Subscription}, or of many objects ({@code @Source List<X>}). */
final class MethodFetcher implements Fetcher.OfMany {

    private final ApiMethod method;
    private final List<InputValue> parameters = new ArrayList<>();
    private final boolean many;

    private MethodFetcher(Operation operation, Schema model, boolean many) {
        this.method = new ApiMethod(operation);
        ArgumentHelper values = new ArgumentHelper(operation.getArguments());
        this.many = many;
        for (Argument argument : operation.getArguments()) {
            if (!argument.isSourceArgument()) {
                nameElementClass(argument);
                parameters.add(new InputValue(argument, model, values));
            }
        }
    }

    /** Returns the fetcher of a field of {@code Query} or {@code Subscription}. */
    static MethodFetcher ofQuery(Operation operation, Schema model) {
        return new MethodFetcher(operation, model, false);
    }

    /** Returns the fetcher of a field of any other type. */
    static MethodFetcher ofMany(Operation operation, Schema model) {
        return new MethodFetcher(operation, model, true);
    }

    /** SmallRye's model declares each element of a list of ids as a list, which would then be read as JSON. */
    private static void nameElementClass(Argument argument) {
        Reference ids = Scalars.getIDScalar(String.class.getName());
        if (argument.hasWrapper()
                && ids.getName().equals(argument.getReference().getName())) {
            argument.setReference(ids);
        }
    }

    /** Returns the events that there are, for a method of a field of {@code Subscription}. */
    List<?> events(Map<String, @Nullable Object> given) throws Exception {
        Multi<?> events = (Multi<?>) Objects.requireNonNull(call(new ArrayList<>(), given));
        // There is nothing to wait for: the method has read the events.
        return events.collect().asList().await().indefinitely();
    }

    @Override
    public List<?> of(List<Object> sources, Map<String, @Nullable Object> given) throws Exception {
        Object result = call(many ? new ArrayList<>(List.of(sources)) : new ArrayList<>(), given);
        if (!many) {
            return Collections.singletonList(result);
        }
        List<?> values = (List<?>) Objects.requireNonNull(result);
        if (values.size() != sources.size()) {
            throw new IllegalStateException(
                    "%s returned %d values for %d sources".formatted(method, values.size(), sources.size()));
        }
        return values;
    }

    private @Nullable Object call(List<@Nullable Object> passed, Map<String, @Nullable Object> given) throws Exception {
        for (InputValue parameter : parameters) {
            passed.add(parameter.of(given.get(parameter.name())));
        }
        return method.call(passed.toArray());
    }
}
