package peel.execution.level;

import graphql.Directives;
import graphql.schema.GraphQLDirective;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The directives that mean something in this service. graphql-java and SmallRye GraphQL add others to every schema, and
 * no option leaves them out.
 */
public final class SupportedDirectives {

    private static final Set<String> NAMES = Set.of(
            Directives.IncludeDirective.getName(),
            Directives.SkipDirective.getName(),
            Directives.DeprecatedDirective.getName(),
            Directives.SpecifiedByDirective.getName());

    private SupportedDirectives() {}

    public static boolean contains(String name) {
        return NAMES.contains(name);
    }

    static List<GraphQLDirective> among(Iterable<?> directives) {
        List<GraphQLDirective> supported = new ArrayList<>();
        for (Object directive : directives) {
            if (directive instanceof GraphQLDirective one && contains(one.getName())) {
                supported.add(one);
            }
        }
        return supported;
    }
}
