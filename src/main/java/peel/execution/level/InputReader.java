package peel.execution.level;

import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.InputType;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Creates input objects of a class with public fields. SmallRye GraphQL writes each input object as JSON and reads that
 * again, which took 10 % of a request's time; scalars and lists of them are still converted by SmallRye.
 */
final class InputReader {

    private record Property(InputValue value, java.lang.reflect.Field target) {}

    private final Constructor<?> constructor;
    private final Map<String, Property> properties = new HashMap<>();

    InputReader(InputType type, Schema model, ArgumentHelper values) {
        Class<?> made = ClassloadingService.get().loadClass(type.getClassName());
        try {
            constructor = made.getConstructor();
            for (Field field : type.getFields().values()) {
                properties.put(
                        field.getName(),
                        new Property(new InputValue(field, model, values), made.getField(field.getPropertyName())));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Creates an input object.
     *
     * @param given its fields by name, as coerced by graphql-java
     */
    Object read(Map<?, ?> given) throws Exception {
        Object made = constructor.newInstance();
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            Property property = Objects.requireNonNull(properties.get(entry.getKey()));
            property.target.set(made, property.value.of(entry.getValue()));
        }
        return made;
    }
}
