package peel.endpoint.answer;

import graphql.GraphQLError;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import peel.endpoint.persisted.PersistedQueries;
import peel.endpoint.request.MediaType;
import peel.endpoint.request.ReceivedRequest;
import peel.endpoint.request.RefusedRequestException;
import peel.endpoint.telemetry.Telemetry;
import peel.error.ErrorCode;
import peel.execution.AnswerCache.CachedAnswer;
import peel.execution.AnswerWriter;
import peel.execution.BoundOperation;
import peel.execution.ExecutedOperation;
import peel.execution.ExecutionPermits;
import peel.execution.GraphQLRequest;
import peel.execution.Operations;
import peel.execution.document.PreparedDocument;
import peel.execution.error.ClientErrors;
import peel.execution.error.DatabaseUnavailableException;
import peel.execution.error.GraphQLErrors;
import peel.execution.error.RefusedOperationException;
import peel.execution.level.RequestTimeoutException;

/** Decides the answers to requests: from memory, by execution within the limits, or with errors. */
@Singleton
public class Responder {

    private static final Logger LOG = Logger.getLogger(Responder.class);

    private final PersistedQueries persisted;
    private final CachedAnswers cached;
    private final Operations operations;
    private final ExecutionPermits permits;
    private final AnswerWriter writer;

    Responder(
            PersistedQueries persisted,
            CachedAnswers cached,
            Operations operations,
            ExecutionPermits permits,
            AnswerWriter writer) {
        this.persisted = persisted;
        this.cached = cached;
        this.operations = operations;
        this.permits = permits;
        this.writer = writer;
    }

    /** The answer to a request that is not executed. */
    public Answer refusal(RefusedRequestException refused) {
        GraphQLError error = GraphQLErrors.of(refused.code(), Objects.requireNonNull(refused.getMessage()));
        return Answer.failed(refused.status(), writer.write(List.of(error)), List.of(refused.code()));
    }

    private Answer refusal(int status, String code, String message) {
        return refusal(new RefusedRequestException(status, code, message));
    }

    /** The decisions about one request, in the order of the methods. */
    public final class Decision {

        private final AnswerTerms terms;
        private final Telemetry.Request telemetry;

        // Set by answerAtOnce, the first method.
        @SuppressWarnings("NullAway.Init")
        private GraphQLRequest request;

        public Decision(AnswerTerms terms, Telemetry.Request telemetry) {
            this.terms = terms;
            this.telemetry = telemetry;
        }

        /**
         * Decides what needs no execution.
         *
         * @return the answer; if null, {@link #execute} must be called, and {@link #end} after it
         */
        public @Nullable Answer answerAtOnce(ReceivedRequest received) {
            try {
                request = persisted.resolve(received);
                telemetry.resolved(request);
                Answer found = cached.find(request, terms);
                if (found != null) {
                    return found;
                }
            } catch (RefusedRequestException refused) {
                return refusal(refused);
            } catch (RefusedOperationException refused) {
                return unexecuted(refused.errors());
            }
            if (permits.tryAcquire()) {
                return null;
            }
            return refusal(
                    503,
                    ErrorCode.TOO_MANY_REQUESTS,
                    "%1$d requests are being executed; the limit is %1$d. Try again in a second."
                            .formatted(permits.limit()));
        }

        /** Executes the request's operation on the calling thread. */
        public Answer execute() {
            try {
                return telemetry.within(this::executed);
            } catch (RuntimeException e) {
                return failure(e);
            }
        }

        private Answer executed() {
            PreparedDocument document = operations.prepare(request.query());
            if (terms.get() && !document.onlyQueries()) {
                throw new RefusedRequestException(
                        405,
                        ErrorCode.METHOD_NOT_ALLOWED,
                        "A GET may send a document with queries only; use POST for other operations.");
            }
            BoundOperation operation = operations.bind(document, request);
            telemetry.bound(operation.name(), operation.cost());
            ExecutedOperation executed = operations.execute(operation);
            byte[] body = writer.write(executed.errors(), executed.data());
            if (!executed.errors().isEmpty()) {
                return Answer.failed(200, body, ClientErrors.codes(executed.errors()));
            }
            return cached.keep(new CachedAnswer(body, operation.name()), executed.revision(), request, terms);
        }

        /** The answer after an execution failed. */
        public Answer failure(Throwable failure) {
            if (failure instanceof RefusedRequestException refused) {
                return refusal(refused);
            }
            if (failure instanceof RefusedOperationException refused) {
                return unexecuted(refused.errors());
            }
            if (failure instanceof DatabaseUnavailableException) {
                return refusal(503, ErrorCode.SERVICE_UNAVAILABLE, "The database is unavailable. Try again later.");
            }
            if (failure instanceof RequestTimeoutException) {
                return timeout();
            }
            String id = UUID.randomUUID().toString();
            LOG.errorf(failure, "Error %s", id);
            return refusal(
                    500,
                    ErrorCode.INTERNAL,
                    "Internal error. The service's log describes it under the id %s.".formatted(id));
        }

        // The GraphQL-over-HTTP specification: an answer without data has status 4xx, but 200 for older clients.
        private Answer unexecuted(List<GraphQLError> errors) {
            return Answer.failed(
                    terms.mediaType() == MediaType.JSON ? 200 : 400, writer.write(errors), ClientErrors.codes(errors));
        }

        /** The answer if the execution takes too long. */
        public Answer timeout() {
            return refusal(
                    504,
                    ErrorCode.TIMEOUT,
                    "The request took longer than %d ms, the limit.".formatted(operations.timeoutMillis()));
        }

        /** Ends the execution, so that another one may begin. */
        public void end() {
            permits.release();
        }
    }
}
