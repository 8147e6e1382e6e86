package peel.endpoint;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import peel.lookup.SchemaEnums;

@ApplicationScoped
class EnumsOfSchema implements SchemaEnums {

    private final Instance<GraphQLSchema> schema;

    /** @param schema there is none yet when the classes of its fields are created */
    EnumsOfSchema(Instance<GraphQLSchema> schema) {
        this.schema = schema;
    }

    @Override
    public Map<String, Map<String, String>> descriptions() {
        Map<String, Map<String, String>> enums = new TreeMap<>();
        for (GraphQLType type : schema.get().getAllTypesAsList()) {
            if (type instanceof GraphQLEnumType found && !found.getName().startsWith("__")) {
                Map<String, String> values = new TreeMap<>();
                for (GraphQLEnumValueDefinition value : found.getValues()) {
                    values.put(value.getName(), Objects.requireNonNullElse(value.getDescription(), ""));
                }
                enums.put(found.getName(), values);
            }
        }
        return enums;
    }
}
