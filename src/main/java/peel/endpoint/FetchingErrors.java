package peel.endpoint;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import peel.error.BadUserInput;

/**
 * Turns what a field's fetching threw into the error that the client sees: its own mistakes in
 * full, everything else as an id under which the log has the rest.
 */
final class FetchingErrors implements DataFetcherExceptionHandler {

    private static final Logger LOG = Logger.getLogger(FetchingErrors.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable failure = parameters.getException();
        while (failure instanceof CompletionException && failure.getCause() != null) {
            failure = failure.getCause();
        }
        GraphqlErrorBuilder<?> error =
                GraphqlErrorBuilder.newError()
                        .path(parameters.getPath())
                        .location(parameters.getSourceLocation());
        Optional<String> fromDatabase = DatabaseFailure.codeOf(failure);
        if (failure instanceof BadUserInput) {
            error.message("%s", failure.getMessage()).extensions(code(BadUserInput.CODE));
        } else if (failure instanceof AbstractDataFetcherException) {
            error.message("%s", unreadable(parameters, failure))
                    .extensions(code(BadUserInput.CODE));
        } else if (fromDatabase.filter(BadUserInput.CODE::equals).isPresent()) {
            error.message(
                            "An argument of %s holds a value that the database can't take: %s.",
                            parameters.getPath(), given(parameters))
                    .extensions(code(BadUserInput.CODE));
        } else if (fromDatabase.isPresent()) {
            // The endpoint answers for the request as a whole.
            LOG.debugf(failure, "%s at %s", fromDatabase.get(), parameters.getPath());
            error.message("The database didn't answer.").extensions(code(fromDatabase.get()));
        } else {
            String id = UUID.randomUUID().toString();
            LOG.errorf(failure, "Error %s at %s", id, parameters.getPath());
            error.message(
                            "Something went wrong here. The service's log knows more under this id: %s",
                            id)
                    .extensions(Map.of("code", ErrorCode.INTERNAL, "id", id));
        }
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error.build()).build());
    }

    private static String unreadable(
            DataFetcherExceptionHandlerParameters parameters, Throwable failure) {
        // Of dates the reason says how they are written; numbers speak of their parser.
        String reason =
                failure.getCause() instanceof DateTimeException date
                        ? " " + date.getMessage() + "; a date is written 2016-02-18."
                        : "";
        return "An argument of %s can't be read: %s.%s"
                .formatted(parameters.getPath(), given(parameters), reason);
    }

    private static String given(DataFetcherExceptionHandlerParameters parameters) {
        return parameters.getArgumentValues().entrySet().stream()
                .map(argument -> argument.getKey() + ": \"" + argument.getValue() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> code(String code) {
        return Map.of("code", code);
    }
}
