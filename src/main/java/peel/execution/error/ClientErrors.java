package peel.execution.error;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.UnknownOperationException;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import peel.error.ErrorCode;
import peel.error.Quotation;

/** Gives every error of graphql-java a code, and lists the known values of an enum. */
@ApplicationScoped
public class ClientErrors {

    private static final String CODE = "code";

    /** The longest message of graphql-java, in characters. */
    private static final int LONGEST_MESSAGE = 2_000;

    /** How graphql-java names an enum in all three of its messages about one. */
    private static final Pattern ENUM = Pattern.compile("enum '(\\w+)'");

    private final GraphQLSchema schema;

    public ClientErrors(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** The errors of a result as clients see them: at most {@code most}, and one that counts the others. */
    public List<GraphQLError> of(ExecutionResult result, int most) {
        List<GraphQLError> errors = result.getErrors();
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
        Matcher named = ENUM.matcher(message);
        if (named.find() && schema.getType(named.group(1)) instanceof GraphQLEnumType type) {
            String values = type.getValues().stream()
                    .map(GraphQLEnumValueDefinition::getName)
                    .collect(Collectors.joining(", "));
            return message + " Known values of " + type.getName() + ": " + values + ".";
        }
        return message;
    }
}
