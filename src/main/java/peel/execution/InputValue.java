package peel.execution;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Schema;
import java.util.Map;

/** Makes what Java takes of the value of an argument, or of a field of an input object. */
final class InputValue {

    /** The framework passes it on to adapters, of which the schema has none. */
    private static final DataFetchingEnvironment NOTHING =
            DataFetchingEnvironmentImpl.newDataFetchingEnvironment().build();

    private final Field field;
    private final ArgumentHelper values;
    private final InputReader objects;

    InputValue(Field field, Schema model, ArgumentHelper values) {
        boolean isObject = field.getReference().getType() == ReferenceType.INPUT;
        if (isObject && field.hasWrapper()) {
            throw new IllegalStateException("A list of input objects can't be read: " + field);
        }
        this.field = field;
        this.values = values;
        this.objects = isObject
                ? new InputReader(model.getInputs().get(field.getReference().getName()), model, values)
                : null;
    }

    String name() {
        return field.getName();
    }

    /**
     * Makes it.
     *
     * @param given as graphql-java coerced it; null makes null
     */
    Object of(Object given) throws Exception {
        if (given == null) {
            return null;
        }
        return objects == null ? values.transformOrAdapt(given, field, NOTHING) : objects.read((Map<?, ?>) given);
    }
}
