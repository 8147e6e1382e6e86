package peel.endpoint;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
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
import peel.error.BadUserInputException;
import peel.execution.FieldErrors;

/**
 * Turns what a field's fetching threw into the error that the client sees: its own mistakes in
 * full, everything else as an id under which the log has the rest.
 */
final class FetchingErrors implements FieldErrors {

    private static final Logger LOG = Logger.getLogger(FetchingErrors.class);

    @Override
    public GraphQLError of(
            Throwable failure, List<Object> path, SourceLocation location, Map<String, Object> arguments) {
        ResultPath shown = ResultPath.fromList(path);
        GraphqlErrorBuilder<?> error =
                GraphqlErrorBuilder.newError().path(shown).location(location);
        Optional<String> fromDatabase = DatabaseFailure.codeOf(failure);
        if (failure instanceof BadUserInputException) {
            error.message("%s", failure.getMessage()).extensions(code(BadUserInputException.CODE));
        } else if (failure instanceof AbstractDataFetcherException) {
            error.message("%s", unreadable(shown, arguments, failure)).extensions(code(BadUserInputException.CODE));
        } else if (fromDatabase.filter(BadUserInputException.CODE::equals).isPresent()) {
            error.message("An argument of %s holds a value that the database can't take: %s.", shown, given(arguments))
                    .extensions(code(BadUserInputException.CODE));
        } else if (fromDatabase.isPresent()) {
            // The endpoint answers for the request as a whole.
            LOG.debugf(failure, "%s at %s", fromDatabase.get(), shown);
            error.message("The database didn't answer.").extensions(code(fromDatabase.get()));
        } else {
            String id = UUID.randomUUID().toString();
            LOG.errorf(failure, "Error %s at %s", id, shown);
            error.message("Something went wrong here. The service's log knows more under this id: %s", id)
                    .extensions(Map.of("code", ErrorCode.INTERNAL, "id", id));
        }
        return error.build();
    }

    private static String unreadable(ResultPath path, Map<String, Object> arguments, Throwable failure) {
        // Of dates the reason says how they are written; numbers speak of their parser.
        String reason = failure.getCause() instanceof DateTimeException date
                ? " " + date.getMessage() + "; a date is written 2016-02-18."
                : "";
        return "An argument of %s can't be read: %s.%s".formatted(path, given(arguments), reason);
    }

    private static String given(Map<String, Object> arguments) {
        return arguments.entrySet().stream()
                .map(argument -> argument.getKey() + ": \"" + argument.getValue() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> code(String code) {
        return Map.of("code", code);
    }
}
