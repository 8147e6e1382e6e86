package peel.execution.level;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The fetchers of the annotated classes. Types, descriptions and scalars come from SmallRye GraphQL; its own fetchers
 * are not used.
 *
 * <p>Each is made when a document first asks for its field. Finding the methods of all classes took a tenth of the start of
 * a native executable.
 */
@Singleton
class ModelFetchers implements Fetchers {

    private record Place(String type, String field) {}

    private final GraphQLSchema schema;
    private final Schema model;
    private final Map<String, Operation> queries;
    private final Map<String, Operation> subscriptions;
    private final Map<String, String> typesByClass = new HashMap<>();
    private final Map<Place, Fetcher> fetchers = new ConcurrentHashMap<>();
    private final Map<String, Fetcher> methods = new ConcurrentHashMap<>();
    private final Map<Class<?>, GraphQLObjectType> types = new ConcurrentHashMap<>();

    ModelFetchers(GraphQLSchema schema, Schema model) {
        this.schema = schema;
        this.model = model;
        this.queries = byName(model.getQueries());
        this.subscriptions = byName(model.getSubscriptions());
        for (Type type : model.getTypes().values()) {
            if (type.hasOperations()) {
                throw new IllegalStateException(
                        type.getName()
                                + " has a @Source method whose parameter is not a list; every field is fetched for many objects at once");
            }
            typesByClass.put(type.getClassName(), type.getName());
        }
    }

    private static Map<String, Operation> byName(Collection<Operation> operations) {
        Map<String, Operation> byName = new HashMap<>();
        operations.forEach(operation -> byName.put(operation.getName(), operation));
        return byName;
    }

    @Override
    public Fetcher of(String type, String field) {
        return fetchers.computeIfAbsent(new Place(type, field), place -> {
            Fetcher fetcher = find(type, field);
            if (fetcher == null) {
                throw new IllegalStateException("No fetcher for " + type + "." + field);
            }
            return fetcher;
        });
    }

    private @Nullable Fetcher find(String typeName, String fieldName) {
        if (typeName.equals(schema.getQueryType().getName())) {
            Operation query = queries.get(fieldName);
            return query == null ? null : MethodFetcher.ofQuery(query, model);
        }
        if (typeName.equals(schema.getSubscriptionType().getName())) {
            Operation subscription = subscriptions.get(fieldName);
            return subscription == null ? null : new EventFetcher(subscription, model);
        }
        Type type = model.getTypes().get(typeName);
        if (type == null) {
            return null;
        }
        Operation operation = type.getBatchOperations().get(fieldName);
        if (operation != null) {
            // A field of an interface is fetched by one method for all types that implement it.
            return methods.computeIfAbsent(
                    operation.getClassName() + "." + operation.getMethodName(),
                    name -> MethodFetcher.ofMany(operation, model));
        }
        Field property = type.getFields().get(fieldName);
        return property == null ? null : new PropertyFetcher(property, type.getClassName());
    }

    @Override
    public GraphQLObjectType typeOf(Object object) {
        GraphQLObjectType known = types.get(object.getClass());
        return known == null ? types.computeIfAbsent(object.getClass(), this::findType) : known;
    }

    private GraphQLObjectType findType(Class<?> ofClass) {
        String type = typesByClass.get(ofClass.getName());
        if (type == null) {
            throw new IllegalStateException(ofClass + " belongs to no type of the schema");
        }
        return schema.getObjectType(type);
    }
}
