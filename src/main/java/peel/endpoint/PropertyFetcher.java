package peel.endpoint;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/**
 * Reads a field or calls a getter of the model. The framework's own fetcher sets up and clears a
 * context for each scalar of each object; these need none.
 */
final class PropertyFetcher implements LightDataFetcher<Object> {

    private final java.lang.reflect.Field field;
    private final Method getter;

    PropertyFetcher(Field property, String className) {
        Class<?> owner = ClassloadingService.get().loadClass(className);
        try {
            if (property.getMethodName() == null) {
                field = owner.getField(property.getPropertyName());
                getter = null;
            } else {
                field = null;
                getter = owner.getMethod(property.getMethodName());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object get(
            GraphQLFieldDefinition definition,
            Object source,
            Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        return value(source);
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        return value(environment.getSource());
    }

    private Object value(Object source) throws Exception {
        if (field != null) {
            return field.get(source);
        }
        try {
            return getter.invoke(source);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
