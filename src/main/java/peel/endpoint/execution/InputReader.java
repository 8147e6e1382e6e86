package peel.endpoint.execution;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.InputType;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes input objects of a class with public fields. The framework's own way writes each as JSON
 * and reads that again, a tenth of a request; what a date or a list of enums becomes stays its own.
 */
final class InputReader {

    private record Property(
            Field field, java.lang.reflect.Field target, InputReader ofInputObject) {}

    private final ArgumentHelper values;
    private final Constructor<?> constructor;
    private final Map<String, Property> properties = new HashMap<>();

    InputReader(InputType type, Schema model, ArgumentHelper values) {
        this.values = values;
        Class<?> made = ClassloadingService.get().loadClass(type.getClassName());
        try {
            constructor = made.getConstructor();
            for (Field field : type.getFields().values()) {
                properties.put(
                        field.getName(),
                        new Property(
                                field,
                                made.getField(field.getPropertyName()),
                                of(field, model, values)));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The reader of a field's or an argument's values, null where they are no input objects. */
    static InputReader of(Field field, Schema model, ArgumentHelper values) {
        if (field.getReference().getType() != ReferenceType.INPUT) {
            return null;
        }
        if (field.hasWrapper()) {
            throw new IllegalStateException("A list of input objects can't be read: " + field);
        }
        return new InputReader(
                model.getInputs().get(field.getReference().getName()), model, values);
    }

    /**
     * Makes one.
     *
     * @param given its fields by name, as graphql-java coerced them; null makes null
     */
    Object read(Map<?, ?> given, DataFetchingEnvironment environment)
            throws AbstractDataFetcherException, ReflectiveOperationException {
        if (given == null) {
            return null;
        }
        Object made = constructor.newInstance();
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            Property property = properties.get(entry.getKey());
            Object value = entry.getValue();
            property.target.set(
                    made,
                    property.ofInputObject != null
                            ? property.ofInputObject.read((Map<?, ?>) value, environment)
                            : value == null
                                    ? null
                                    : values.transformOrAdapt(value, property.field, environment));
        }
        return made;
    }
}
