package peel.execution.error;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.UnknownOperationException;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import peel.error.ErrorCode;
import peel.error.Quotation;
import peel.error.Suggestions;

/**
 * Gives every error of graphql-java a code, and says which names of the schema may have been meant, unless clients may not
 * read the schema.
 */
@ApplicationScoped
public class ClientErrors {

    private static final String CODE = "code";

    /** The longest message of graphql-java, in characters. */
    private static final int LONGEST_MESSAGE = 2_000;

    // graphql-java has the names only in its messages.

    /** How it names an enum in all three of its messages about one. */
    private static final Pattern ENUM = Pattern.compile("enum '(\\w+)'");

    /** How it quotes the value in two of them, and in the third, about a literal. */
    private static final Pattern ENUM_VALUE =
            Pattern.compile("(?:Unknown value|found for name) '(\\w+)'|EnumValue\\{name='(\\w+)'");

    private static final Pattern FIELD = Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");
    private static final Pattern ARGUMENT = Pattern.compile("Unknown field argument '(\\w+)'");
    private static final Pattern TYPE = Pattern.compile("Unknown type '(\\w+)'");
    private static final Pattern LITERAL_INPUT = Pattern.compile("contains a field not in '(\\w+)': '(\\w+)'");
    private static final Pattern VARIABLE_INPUT =
            Pattern.compile("field name '(\\w+)' that is not defined for input object type '(\\w+)'");

    private final GraphQLSchema schema;
    private final boolean schemaIsPublic;

    /**
     * Creates the errors' form.
     *
     * @param schemaIsPublic whether clients may read the schema, and so may learn its names from messages
     */
    public ClientErrors(
            GraphQLSchema schema,
            @ConfigProperty(name = "peel.endpoint.introspection", defaultValue = "true") boolean schemaIsPublic) {
        this.schema = schema;
        this.schemaIsPublic = schemaIsPublic;
    }

    /** Errors of a result as clients see them: at most {@code most}, and one that counts the others. */
    public List<GraphQLError> of(List<GraphQLError> errors, int most) {
        if (errors.isEmpty()) {
            return errors;
        }
        List<GraphQLError> shown = new ArrayList<>(Math.min(errors.size(), most + 1));
        errors.stream().limit(most).map(this::forClient).forEach(shown::add);
        if (errors.size() > most) {
            shown.add(GraphqlErrorBuilder.newError()
                    .message("There are %d errors; only the first %d are listed.", errors.size(), most)
                    .extensions(Map.of(CODE, ErrorCode.TOO_MANY_ERRORS))
                    .build());
        }
        return shown;
    }

    /** An error as clients see it: with a code and without graphql-java's classification. */
    public GraphQLError forClient(GraphQLError error) {
        Map<String, Object> extensions = new HashMap<>();
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        extensions.remove("classification");
        extensions.computeIfAbsent(CODE, key -> code(error));
        GraphqlErrorBuilder<?> builder =
                GraphqlErrorBuilder.newError().message("%s", message(error)).extensions(extensions);
        if (error.getLocations() != null) {
            builder.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            builder.path(error.getPath());
        }
        return builder.build();
    }

    /** The codes of errors that were prepared for clients. */
    public static List<String> codes(List<GraphQLError> errors) {
        return errors.stream()
                .map(error -> (String) error.getExtensions().get(CODE))
                .toList();
    }

    /** Whether one of the errors has the code. */
    public static boolean has(List<GraphQLError> errors, String code) {
        return errors.stream()
                .anyMatch(error -> error.getExtensions() != null
                        && code.equals(error.getExtensions().get(CODE)));
    }

    private static String code(GraphQLError error) {
        if (error instanceof UnknownOperationException) {
            return ErrorCode.OPERATION_RESOLUTION_FAILURE;
        }
        if (error instanceof BadFaithIntrospectionError) {
            return ErrorCode.INTROSPECTION_TOO_COMPLEX;
        }
        ErrorClassification type = error.getErrorType();
        if (type == ErrorType.InvalidSyntax) {
            return ErrorCode.GRAPHQL_PARSE_FAILED;
        }
        if (type == ErrorType.OperationNotSupported) {
            return ErrorCode.OPERATION_RESOLUTION_FAILURE;
        }
        if (error instanceof ValidationError invalid) {
            return invalid.getValidationErrorType() == ValidationErrorType.WrongType
                    ? ErrorCode.BAD_USER_INPUT
                    : ErrorCode.GRAPHQL_VALIDATION_FAILED;
        }
        // graphql-java finds these only when it coerces variables and arguments.
        return type == ErrorType.ValidationError ? ErrorCode.BAD_USER_INPUT : ErrorCode.INTERNAL;
    }

    private String message(GraphQLError error) {
        if (error.getExtensions() != null && error.getExtensions().containsKey(CODE)) {
            // Ours, which quote only the beginning of a value.
            return error.getMessage();
        }
        // graphql-java repeats whole values of the request.
        String message = Quotation.of(error.getMessage(), LONGEST_MESSAGE);
        String suggestions = schemaIsPublic ? suggestions(message, error) : "";
        return suggestions.isEmpty() || message.endsWith(".") ? message + suggestions : message + "." + suggestions;
    }

    private String suggestions(String message, GraphQLError error) {
        Matcher named = ENUM.matcher(message);
        if (named.find() && schema.getType(named.group(1)) instanceof GraphQLEnumType type) {
            List<String> values = type.getValues().stream()
                    .map(GraphQLEnumValueDefinition::getName)
                    .toList();
            Matcher value = ENUM_VALUE.matcher(message);
            String meant = value.find()
                    ? Suggestions.sentence(value.group(1) == null ? value.group(2) : value.group(1), values)
                    : "";
            return meant + " Known values of " + type.getName() + ": " + String.join(", ", values) + ".";
        }
        Matcher found = FIELD.matcher(message);
        if (found.find()) {
            return schema.getType(found.group(2)) instanceof GraphQLFieldsContainer type
                    ? Suggestions.sentence(found.group(1), names(type.getFieldDefinitions()))
                    : "";
        }
        found = ARGUMENT.matcher(message);
        if (found.find()) {
            return Suggestions.sentence(found.group(1), argumentsAt(error));
        }
        found = TYPE.matcher(message);
        if (found.find()) {
            List<String> types = names(schema.getAllTypesAsList()).stream()
                    .filter(name -> !Introspection.isIntrospectionTypes(name))
                    .toList();
            return Suggestions.sentence(found.group(1), types);
        }
        found = LITERAL_INPUT.matcher(message);
        if (found.find()) {
            return Suggestions.sentence(found.group(2), inputFields(found.group(1)));
        }
        found = VARIABLE_INPUT.matcher(message);
        return found.find() ? Suggestions.sentence(found.group(1), inputFields(found.group(2))) : "";
    }

    /** The arguments of the field that an error is about, and of fields of other types with its name. */
    private Set<String> argumentsAt(GraphQLError error) {
        List<String> path = error instanceof ValidationError invalid ? invalid.getQueryPath() : null;
        if (path == null || path.isEmpty()) {
            return Set.of();
        }
        String name = path.get(path.size() - 1);
        Set<String> arguments = new TreeSet<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            GraphQLFieldDefinition field =
                    type instanceof GraphQLFieldsContainer fields ? fields.getFieldDefinition(name) : null;
            if (field != null) {
                arguments.addAll(names(field.getArguments()));
            }
        }
        return arguments;
    }

    private List<String> inputFields(String type) {
        return schema.getType(type) instanceof GraphQLInputObjectType input ? names(input.getFields()) : List.of();
    }

    private static List<String> names(List<? extends GraphQLNamedSchemaElement> elements) {
        return elements.stream().map(GraphQLNamedSchemaElement::getName).toList();
    }
}
