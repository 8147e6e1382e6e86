package peel.execution.level;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Reads a public field or calls a getter of the model. SmallRye's own fetcher sets up and clears a context for each
 * scalar of each object, which is not needed here.
 */
final class PropertyFetcher implements Fetcher.OfOne {

    private final Member member;

    PropertyFetcher(Field property, String className) {
        Class<?> owner = ClassloadingService.get().loadClass(className);
        try {
            member = property.getMethodName() == null
                    ? owner.getField(property.getPropertyName())
                    : owner.getMethod(property.getMethodName());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable Object of(Object source) throws Exception {
        if (member instanceof java.lang.reflect.Field field) {
            return field.get(source);
        }
        try {
            return ((Method) member).invoke(source);
        } catch (InvocationTargetException e) {
            throw ApiMethod.causeOf(e);
        }
    }
}
