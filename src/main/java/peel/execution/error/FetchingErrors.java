package peel.execution.error;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.GraphqlErrorException;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import peel.error.BadUserInputException;
import peel.error.ErrorCode;
import peel.error.Quotation;
import peel.execution.level.FieldErrors;

/**
 * Turns an exception of a field into the error that the client sees. Invalid input is described in full; an internal
 * failure is logged, and the error has only the id of the log entry.
 */
public final class FetchingErrors implements FieldErrors {

    private static final Logger LOG = Logger.getLogger(FetchingErrors.class);

    @Override
    public GraphQLError of(
            Throwable failure, List<Object> path, SourceLocation location, Map<String, @Nullable Object> arguments) {
        ResultPath shown = ResultPath.fromList(path);
        GraphqlErrorBuilder<?> error =
                GraphqlErrorBuilder.newError().path(shown).location(location);
        Optional<String> fromDatabase = DatabaseFailure.codeOf(failure);
        if (failure instanceof BadUserInputException) {
            error.message("%s", failure.getMessage()).extensions(code(ErrorCode.BAD_USER_INPUT));
        } else if (failure instanceof AbstractDataFetcherException) {
            error.message("%s", unreadable(shown, arguments, failure)).extensions(code(ErrorCode.BAD_USER_INPUT));
        } else if (failure instanceof GraphqlErrorException) {
            // A variable's number is in no range of Java's: SmallRye's scalars find that out only here.
            error.message(
                            "An argument of %s cannot be read: %s",
                            shown, Quotation.of(String.valueOf(failure.getMessage())))
                    .extensions(code(ErrorCode.BAD_USER_INPUT));
        } else if (fromDatabase.filter(ErrorCode.BAD_USER_INPUT::equals).isPresent()) {
            error.message("An argument of %s has a value that the database cannot store: %s.", shown, given(arguments))
                    .extensions(code(ErrorCode.BAD_USER_INPUT));
        } else if (fromDatabase.isPresent()) {
            // Operations fails the request as a whole.
            LOG.debugf(failure, "%s at %s", fromDatabase.get(), shown);
            error.message("The database did not answer.").extensions(code(fromDatabase.get()));
        } else {
            String id = UUID.randomUUID().toString();
            LOG.errorf(failure, "Error %s at %s", id, shown);
            error.message("Internal error. The service's log describes it under the id %s.", id)
                    .extensions(Map.of("code", ErrorCode.INTERNAL, "id", id));
        }
        return error.build();
    }

    private static String unreadable(ResultPath path, Map<String, @Nullable Object> arguments, Throwable failure) {
        // For a date the reason helps the client; for a number it only mentions the parser.
        String reason = failure.getCause() instanceof DateTimeException date
                ? " " + date.getMessage() + "; dates are written as 2016-02-18."
                : "";
        return "An argument of %s cannot be read: %s.%s".formatted(path, given(arguments), reason);
    }

    private static String given(Map<String, @Nullable Object> arguments) {
        return arguments.entrySet().stream()
                .map(argument -> argument.getKey() + ": \"" + Quotation.of(String.valueOf(argument.getValue())) + "\"")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> code(String code) {
        return Map.of("code", code);
    }
}
