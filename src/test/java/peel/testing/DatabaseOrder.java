package peel.testing;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Runs classes with the same databases ({@link PostgresResource}) one after the other, so that the packaged service is
 * started once for them. Quarkus does so by itself only for {@code @QuarkusTest}.
 */
public class DatabaseOrder implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(DatabaseOrder::database)
                        .thenComparing(each -> each.getTestClass().getName()));
    }

    private static String database(ClassDescriptor descriptor) {
        return Stream.<Class<?>>iterate(descriptor.getTestClass(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getAnnotationsByType(WithTestResource.class)))
                .flatMap(resource -> Arrays.stream(resource.initArgs()))
                .filter(argument -> argument.name().equals("database"))
                .map(ResourceArg::value)
                .findFirst()
                .orElse("");
    }
}
