package peel.execution.level;

import io.quarkus.arc.Arc;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The method of an API class that a field of the schema calls. SmallRye GraphQL looks the bean up for each call, which
 * took 2 % of a request's time.
 */
final class ApiMethod {

    private final Object api;
    private final Method method;
    private final String name;

    ApiMethod(Operation operation) {
        name = operation.getClassName() + "." + operation.getMethodName();
        Class<?> type = load(operation.getClassName());
        api = Arc.container().instance(type).get();
        try {
            method = type.getMethod(
                    operation.getMethodName(),
                    operation.getArguments().stream().map(ApiMethod::type).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(Argument argument) {
        return load(
                argument.hasWrapper()
                        ? argument.getWrapper().getWrapperClassName()
                        : argument.getReference().getClassName());
    }

    private static Class<?> load(String name) {
        return ClassloadingService.get().loadClass(name);
    }

    @Nullable Object call(@Nullable Object... arguments) throws Exception {
        try {
            return method.invoke(api, arguments);
        } catch (InvocationTargetException e) {
            throw causeOf(e);
        }
    }

    /** Returns the exception of a method that was called by reflection. */
    static Exception causeOf(InvocationTargetException e) {
        return e.getCause() instanceof Exception cause ? cause : e;
    }

    /** Class and method, as in a stack trace. */
    @Override
    public String toString() {
        return name;
    }
}
