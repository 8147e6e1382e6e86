package peel.endpoint;

import graphql.Directives;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;

/** The schema as a file for frontends. */
final class SchemaFile {

    private SchemaFile() {}

    static String print(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeSchemaDefinition(false)
                        .includeDirectives(name -> name.equals(Directives.SpecifiedByDirective.getName()))
                        .includeDirectiveDefinitions(false)
                        .includeScalarTypes(true))
                .print(schema);
    }
}
