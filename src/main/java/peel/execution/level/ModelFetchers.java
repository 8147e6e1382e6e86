package peel.execution.level;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.ClassloadingService;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * The fetchers of the annotated classes. Types, descriptions and scalars come from SmallRye GraphQL; its own fetchers
 * are not used.
 */
@Singleton
class ModelFetchers implements Fetchers {

    private final Map<String, Map<String, Fetcher>> byTypeAndField = new HashMap<>();
    private final Map<Class<?>, GraphQLObjectType> types = new HashMap<>();

    ModelFetchers(GraphQLSchema schema, Schema model) {
        Map<String, Fetcher> query = new HashMap<>();
        for (Operation operation : model.getQueries()) {
            query.put(operation.getName(), MethodFetcher.ofQuery(operation, model));
        }
        byTypeAndField.put(schema.getQueryType().getName(), query);
        Map<String, Fetcher> subscription = new HashMap<>();
        for (Operation operation : model.getSubscriptions()) {
            subscription.put(operation.getName(), new EventFetcher(operation, model));
        }
        byTypeAndField.put(schema.getSubscriptionType().getName(), subscription);
        // A field of an interface is fetched by one method for all types that implement it.
        Map<String, Fetcher> methods = new HashMap<>();
        for (Type type : model.getTypes().values()) {
            if (type.hasOperations()) {
                throw new IllegalStateException(
                        type.getName()
                                + " has a @Source method whose parameter is not a list; every field is fetched for many objects at once");
            }
            Map<String, Fetcher> fetchers = new HashMap<>();
            for (Field field : type.getFields().values()) {
                fetchers.put(field.getName(), new PropertyFetcher(field, type.getClassName()));
            }
            for (Operation operation : type.getBatchOperations().values()) {
                fetchers.put(
                        operation.getName(),
                        methods.computeIfAbsent(
                                operation.getClassName() + "." + operation.getMethodName(),
                                name -> MethodFetcher.ofMany(operation, model)));
            }
            byTypeAndField.put(type.getName(), fetchers);
            types.put(ClassloadingService.get().loadClass(type.getClassName()), schema.getObjectType(type.getName()));
        }
    }

    @Override
    public Fetcher of(String type, String field) {
        Fetcher fetcher = byTypeAndField.getOrDefault(type, Map.of()).get(field);
        if (fetcher == null) {
            throw new IllegalStateException("No fetcher for " + type + "." + field);
        }
        return fetcher;
    }

    @Override
    public GraphQLObjectType typeOf(Object object) {
        GraphQLObjectType type = types.get(object.getClass());
        if (type == null) {
            throw new IllegalStateException(object.getClass() + " belongs to no type of the schema");
        }
        return type;
    }
}
