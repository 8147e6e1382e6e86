package peel.endpoint;

import static graphql.schema.FieldCoordinates.coordinates;

import graphql.schema.DataFetcher;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.visibility.DefaultGraphqlFieldVisibility;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import peel.query.InMemory;

/**
 * The schema that SmallRye GraphQL makes from the annotated classes, with fetchers of our own:
 * types, descriptions and scalars stay the framework's, how a field gets its value is ours.
 */
class ExecutableSchema {

    @Produces
    @Singleton
    @OwnFetchers
    GraphQLSchema schema(GraphQLSchema framework, Schema model) {
        GraphQLCodeRegistry fetchers =
                framework
                        .getCodeRegistry()
                        .transform(
                                registry -> {
                                    // The framework's matches every field of every object against a
                                    // regular
                                    // expression (5 % of the bytes a request allocates), to hide
                                    // none.
                                    registry.fieldVisibility(
                                            DefaultGraphqlFieldVisibility.DEFAULT_FIELD_VISIBILITY);
                                    for (Operation query : model.getQueries()) {
                                        registry.dataFetcher(
                                                coordinates("Query", query.getName()),
                                                new OperationFetcher(query));
                                    }
                                    for (Type type : model.getTypes().values()) {
                                        wire(type, registry);
                                    }
                                });
        return framework.transformWithoutTypes(schema -> schema.codeRegistry(fetchers));
    }

    private static void wire(Type type, GraphQLCodeRegistry.Builder registry) {
        type.getFields()
                .values()
                .forEach(
                        field ->
                                registry.dataFetcher(
                                        coordinates(type.getName(), field.getName()),
                                        new PropertyFetcher(field, type.getClassName())));
        type.getBatchOperations()
                .values()
                .forEach(
                        operation ->
                                registry.dataFetcher(
                                        coordinates(type.getName(), operation.getName()),
                                        fetcher(operation)));
        if (type.hasOperations()) {
            throw new IllegalStateException(
                    type.getName()
                            + " has a @Source method without a list: every field of many parents is a batch");
        }
    }

    private static DataFetcher<?> fetcher(Operation operation) {
        ApiMethod method = new ApiMethod(operation);
        return method.has(InMemory.class)
                ? new InMemoryFetcher(method)
                : new BatchFetcher(method, operation);
    }

    /** The names of the fields that are fetched in batches, whatever type they are of. */
    static Set<String> batchedFields(GraphQLSchema schema) {
        Set<String> names = new HashSet<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object) {
                for (GraphQLFieldDefinition field : object.getFieldDefinitions()) {
                    if (schema.getCodeRegistry().getDataFetcher(object, field)
                            instanceof BatchFetcher) {
                        names.add(field.getName());
                    }
                }
            }
        }
        return names;
    }
}
