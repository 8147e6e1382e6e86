package peel.execution.level;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Reads a public field or calls a getter of the model. SmallRye's own fetcher sets up and clears a context for each
 * scalar of each object, which is not needed here.
 */
final class PropertyFetcher implements Fetcher.OfOne {

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
    public Object of(Object source) throws Exception {
        if (field != null) {
            return field.get(source);
        }
        try {
            return getter.invoke(source);
        } catch (InvocationTargetException e) {
            throw ApiMethod.causeOf(e);
        }
    }
}
