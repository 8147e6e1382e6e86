package peel.execution.level;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;

/** Converts the value of an argument, or of a field of an input object, to its Java type. */
final class InputValue {

    /** Passed on to adapters, of which the schema has none. */
    private static final DataFetchingEnvironment EMPTY =
            DataFetchingEnvironmentImpl.newDataFetchingEnvironment().build();

    /** The most values of a list: several times what any filter knows. */
    private static final int LONGEST_LIST = 1_000;

    private final Field field;
    private final ArgumentHelper values;
    private final @Nullable InputReader objects;

    InputValue(Field field, Schema model, ArgumentHelper values) {
        boolean isObject = field.getReference().getType() == ReferenceType.INPUT;
        if (isObject && field.hasWrapper() && field.getWrapper().getWrapper() != null) {
            throw new IllegalStateException("Lists of lists of input objects are not supported: " + field);
        }
        this.field = field;
        this.values = values;
        this.objects = isObject
                ? new InputReader(
                        Objects.requireNonNull(
                                model.getInputs().get(field.getReference().getName())),
                        model,
                        values)
                : null;
    }

    String name() {
        return field.getName();
    }

    /**
     * Converts a value.
     *
     * @param given the value as coerced by graphql-java
     * @throws BadUserInputException if a list is too long
     */
    @Nullable Object of(@Nullable Object given) throws Exception {
        if (given == null) {
            return null;
        }
        if (given instanceof Collection<?> elements && elements.size() > LONGEST_LIST) {
            throw new BadUserInputException(
                    "\"%s\" has %d values; the limit is %d.".formatted(field.getName(), elements.size(), LONGEST_LIST));
        }
        if (objects == null) {
            return values.transformOrAdapt(given, field, EMPTY);
        }
        if (!(given instanceof Collection<?> elements)) {
            return objects.read((Map<?, ?>) given);
        }
        List<@Nullable Object> all = new ArrayList<>(elements.size());
        for (Object element : elements) {
            all.add(element == null ? null : objects.read((Map<?, ?>) element));
        }
        return all;
    }
}
