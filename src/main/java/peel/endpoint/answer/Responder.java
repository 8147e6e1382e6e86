package peel.endpoint.answer;

import graphql.GraphQLError;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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
import peel.execution.SharedExecutions;
import peel.execution.document.PreparedDocument;
import peel.execution.error.ClientErrors;
import peel.execution.error.DatabaseUnavailableException;
import peel.execution.error.GraphQLErrors;
import peel.execution.error.RefusedOperationException;
import peel.execution.memory.MemoryBudgets;
import peel.http.MemoryBudget;
import peel.query.Deadline;
import peel.query.DeadlinePassedException;

/** Decides the answers to requests: from memory, by execution within the limits, or with errors. */
@Singleton
public class Responder {

    private static final Logger LOG = Logger.getLogger(Responder.class);

    /** In characters. Shorter documents are validated in about a millisecond. */
    private static final int SHORT_DOCUMENT = 2_000;

    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int GATEWAY_TIMEOUT = 504;

    /**
     * How an execution ended.
     *
     * @param answer null if there were errors
     * @param revision the revision that the answer was read from
     * @param failure null unless there were errors
     */
    private record Result(
            @Nullable CachedAnswer answer,
            @Nullable UUID revision,
            @Nullable Answer failure) {}

    private final PersistedQueries persisted;
    private final CachedAnswers cached;
    private final SharedExecutions<Result> executions = new SharedExecutions<>();
    private final Operations operations;
    private final ExecutionPermits permits;
    private final AnswerWriter writer;
    private final MemoryBudgets memory;

    Responder(
            PersistedQueries persisted,
            CachedAnswers cached,
            Operations operations,
            ExecutionPermits permits,
            AnswerWriter writer,
            MemoryBudgets memory) {
        this.persisted = persisted;
        this.cached = cached;
        this.operations = operations;
        this.permits = permits;
        this.writer = writer;
        this.memory = memory;
    }

    /** The answer to a request that is not executed. */
    public Answer refusal(RefusedRequestException refused) {
        GraphQLError error = GraphQLErrors.of(refused.code(), Objects.requireNonNull(refused.getMessage()));
        return Answer.failed(refused.status(), writer.write(List.of(error)), List.of(refused.code()));
    }

    /** The refusal of a request because the answers of others, which are being sent, take too much memory. */
    public RefusedRequestException overloaded() {
        return new RefusedRequestException(
                503,
                ErrorCode.TOO_MANY_REQUESTS,
                "The answers that are being sent take more memory than %d bytes, the limit. Try again in a second."
                        .formatted(memory.sending().limit()));
    }

    /** Takes the permit of a client that does not read its answer, so that it cannot keep others from being served. */
    private boolean tryTakeOver() {
        boolean revoked = memory.sending().revokeLongestWaiting();
        if (revoked) {
            permits.acquireInAdvance();
        }
        return revoked;
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

        /** Null unless the request must be executed or waits for an execution. */
        private @Nullable Deadline deadline;

        /** The execution of this or of an identical request; null if the answer cannot be shared. */
        private SharedExecutions<Result>.@Nullable Shared shared;

        /** The identity of the revision that an answer from memory is of. */
        private @Nullable UUID revision;

        private boolean waiting;

        private @Nullable BoundOperation subscription;

        /** What identical requests get as well; null if there is nothing yet. */
        private @Nullable Result result;

        public Decision(AnswerTerms terms, Telemetry.Request telemetry) {
            this.terms = terms;
            this.telemetry = telemetry;
        }

        /**
         * Decides what needs no execution.
         *
         * @param whenShared called on another thread if this request {@link #waits} and the execution that it waits for
         *     has ended; then {@link #answerAfterWait} decides
         * @return the answer; if null and this request does not wait, {@link #execute} must be called, and {@link #end}
         *     after it
         */
        public @Nullable Answer answerAtOnce(ReceivedRequest received, Runnable whenShared) {
            @Nullable String tag;
            try {
                request = persisted.resolve(received);
                telemetry.resolved(request);
                revision = cached.revision();
                tag = cached.tag(request, terms, revision);
                Answer found = cached.find(tag, terms);
                if (found != null) {
                    return found;
                }
            } catch (RefusedRequestException refused) {
                return refusal(refused);
            } catch (RefusedOperationException refused) {
                return unexecuted(refused.errors());
            }
            if (terms.stream() && operations.isPrepared(request.query()) && isSubscription()) {
                return Answer.subscribed();
            }
            return waitOrBegin(tag, whenShared);
        }

        /** Whether the request, whose document is prepared, asks for a subscription. */
        private boolean isSubscription() {
            try {
                BoundOperation operation = operations.bind(operations.prepare(request.query()), request);
                telemetry.bound(operation);
                subscription = operation.subscription() ? operation : null;
                return operation.subscription();
            } catch (RefusedOperationException refused) {
                // Decided in the same way as for other requests.
                return false;
            }
        }

        /** The subscription that the request asks for, now that it was answered; null for other operations. */
        public @Nullable BoundOperation subscription() {
            return subscription;
        }

        private @Nullable Answer waitOrBegin(@Nullable String tag, Runnable whenShared) {
            // A stream does not wait for others, since only its operation tells whether it has an answer to share.
            SharedExecutions<Result>.@Nullable Shared execution =
                    tag == null || terms.stream() ? null : executions.of(tag);
            if (execution != null && !execution.begin()) {
                if (execution.await(whenShared)) {
                    waiting = true;
                    shared = execution;
                    deadline = deadline == null ? operations.deadline() : deadline;
                    return null;
                }
                // It has just ended, or too many wait.
                execution = null;
            }
            shared = execution;
            // The one before may have ended since the first look.
            Answer found = cached.find(tag, terms);
            if (found != null) {
                endShared(null);
                return found;
            }
            if (permits.tryAcquire() || tryTakeOver()) {
                deadline = deadline == null ? operations.deadline() : deadline;
                return null;
            }
            Answer refused = refusal(
                    503,
                    ErrorCode.TOO_MANY_REQUESTS,
                    "%1$d requests are being executed; the limit is %1$d. Try again in a second."
                            .formatted(permits.limit()));
            endShared(new Result(null, null, refused));
            return refused;
        }

        /** The identity of the revision that the answer of {@link #answerAtOnce} is of, null if it is of none. */
        public @Nullable UUID revision() {
            return revision;
        }

        /** Whether an identical request is being executed, whose answer this request gets as well. */
        public boolean waits() {
            return waiting;
        }

        /**
         * Decides after the execution that this request waited for has ended.
         *
         * @param whenShared as for {@link #answerAtOnce}: the request may have to wait again
         * @return as for {@link #answerAtOnce}
         */
        public @Nullable Answer answerAfterWait(Runnable whenShared) {
            Result ended = shared == null ? null : shared.result();
            waiting = false;
            shared = null;
            if (ended == null) {
                return waitOrBegin(cached.tag(request, terms), whenShared);
            }
            return ended.answer() == null
                    ? ended.failure()
                    : cached.shared(ended.answer(), ended.revision(), request, terms);
        }

        /** Executes the request's operation on the calling thread. */
        public Answer execute() {
            Answer answer;
            try {
                answer = telemetry.within(this::executed);
            } catch (RuntimeException e) {
                answer = failure(e);
            }
            // Others have more time left, or use POST.
            if (answer.status() != GATEWAY_TIMEOUT && answer.status() != METHOD_NOT_ALLOWED) {
                endShared(result == null ? new Result(null, null, answer) : result);
            }
            return answer;
        }

        private void endShared(@Nullable Result with) {
            // While this request waits, the execution is another one's.
            if (shared != null && !waiting) {
                shared.end(with);
            }
        }

        private Answer executed() {
            Deadline limit = Objects.requireNonNull(deadline);
            PreparedDocument document = prepared(request.query());
            if (terms.get() && !document.onlyReads()) {
                throw new RefusedRequestException(
                        METHOD_NOT_ALLOWED,
                        ErrorCode.METHOD_NOT_ALLOWED,
                        "A GET may send a document with queries and subscriptions only; use POST for other operations.");
            }
            BoundOperation operation = operations.bind(document, request);
            telemetry.bound(operation);
            if (operation.subscription()) {
                if (!terms.stream()) {
                    throw new RefusedRequestException(
                            406,
                            ErrorCode.NOT_ACCEPTABLE,
                            "A subscription has many answers: send \"Accept: text/event-stream\", or use a WebSocket.");
                }
                subscription = operation;
                return Answer.subscribed();
            }
            if (!permits.tryEnter(operation.cost())) {
                return refusal(
                        503,
                        ErrorCode.TOO_MANY_REQUESTS,
                        "Too many expensive operations are being executed; their costs may add up to %d. Try again in a second."
                                .formatted(permits.costLimit()));
            }
            ExecutedOperation executed;
            byte[] body;
            try {
                executed = operations.execute(operation, limit);
                body = write(executed, limit);
            } finally {
                permits.leave(operation.cost());
            }
            if (!executed.errors().isEmpty()) {
                return Answer.failed(200, body, ClientErrors.codes(executed.errors()));
            }
            CachedAnswer kept = new CachedAnswer(body, operation.name());
            Answer answer = cached.keep(kept, executed.revision(), request, terms);
            result = new Result(kept, executed.revision(), null);
            return answer;
        }

        private PreparedDocument prepared(String text) {
            if (text.length() <= SHORT_DOCUMENT || operations.isPrepared(text)) {
                return operations.prepare(text);
            }
            if (!permits.tryPrepare()) {
                throw new RefusedRequestException(
                        503,
                        ErrorCode.TOO_MANY_REQUESTS,
                        "Too many long documents are being validated. Try again in a second.");
            }
            try {
                return operations.prepare(text);
            } finally {
                permits.endPreparing();
            }
        }

        private byte[] write(ExecutedOperation executed, Deadline limit) {
            try (MemoryBudget.Claim claim = memory.sending().claim(this, () -> {})) {
                AtomicLong length = new AtomicLong();
                return writer.write(executed.errors(), executed.data(), more -> {
                    limit.check();
                    if (length.addAndGet(more) > memory.maxAnswer()) {
                        throw new RefusedOperationException(
                                ErrorCode.ANSWER_TOO_LARGE,
                                "The answer has more than %d bytes, the limit. Request smaller pages or fewer fields."
                                        .formatted(memory.maxAnswer()));
                    }
                    if (!claim.add(more)) {
                        throw overloaded();
                    }
                });
            }
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
            if (failure instanceof DeadlinePassedException) {
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

        /** Ends the execution because it takes too long, and returns the answer. */
        public Answer timeout() {
            if (deadline != null) {
                deadline.expire();
            }
            return refusal(
                    GATEWAY_TIMEOUT,
                    ErrorCode.TIMEOUT,
                    "The request took longer than %d ms, the limit.".formatted(operations.timeoutMillis()));
        }

        /** Lets another execution begin, now that this one has ended and the client has its answer. */
        public void end() {
            permits.release();
            // After an unexpected error or a timeout, those who wait have time of their own left.
            endShared(null);
        }
    }
}
