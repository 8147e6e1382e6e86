package peel.execution;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import peel.error.ErrorCode;
import peel.execution.document.Documents;
import peel.execution.document.PreparedDocument;
import peel.execution.error.ClientErrors;
import peel.execution.error.DatabaseFailure;
import peel.execution.error.DatabaseUnavailableException;
import peel.execution.error.RefusedOperationException;
import peel.execution.level.EventValues;
import peel.execution.level.Fetcher;
import peel.execution.level.Resumption;
import peel.query.Deadline;
import peel.query.DeadlinePassedException;
import peel.query.ReadContext;

/** Prepares and executes operations within the limits of the service. */
@Singleton
public class Operations {

    private static final Logger LOG = Logger.getLogger(Operations.class);

    private final Documents documents;
    private final Execution execution;
    private final ClientErrors errors;
    private final ExecutionConfig config;

    public Operations(Documents documents, Execution execution, ClientErrors errors, ExecutionConfig config) {
        this.documents = documents;
        this.execution = execution;
        this.errors = errors;
        this.config = config;
    }

    /** How long a request may take, in milliseconds. */
    public long timeoutMillis() {
        return config.timeout().toMillis();
    }

    /** The deadline of a request that has just arrived. */
    public Deadline deadline() {
        return Deadline.after(config.timeout());
    }

    /** The number of SQL statements executed since the start, for metrics. */
    public long statements() {
        return ReadContext.statementCount();
    }

    /** Whether {@link #prepare} would return at once. */
    public boolean isPrepared(String text) {
        return documents.isPrepared(text);
    }

    /** Returns the document, valid or with its errors. */
    public PreparedDocument prepare(String text) {
        return documents.prepare(text);
    }

    /**
     * Chooses the operation of a document that a request asks for.
     *
     * @throws RefusedOperationException if the document is invalid or has no such operation
     */
    public BoundOperation bind(PreparedDocument document, GraphQLRequest request) {
        PreparsedDocumentEntry valid = document.entry();
        if (valid == null) {
            throw new RefusedOperationException(document.errors());
        }
        PreparedDocument.Operation operation = document.operation(request.operationName());
        return new BoundOperation(
                request,
                valid,
                operation.name(),
                operation.plan(),
                operation.subscription(),
                operation.cost().with(request.variables()));
    }

    /**
     * Executes an operation on the calling thread, which must hold one of {@link ExecutionPermits}.
     *
     * @throws RefusedOperationException if the operation costs too much or its variables are invalid
     * @throws DatabaseUnavailableException if PostgreSQL cannot be reached
     * @throws DeadlinePassedException if the execution took too long
     */
    public ExecutedOperation execute(BoundOperation operation, Deadline deadline) {
        checkCost(operation);
        Execution.RevisionResult executed = resultOf(() -> execution.execute(operation, deadline));
        List<GraphQLError> found = errorsOf(executed.result());
        return new ExecutedOperation(found, executed.result().getData(), executed.revision());
    }

    /** How many events of a subscription may be executed together. */
    public int mostEvents(BoundOperation subscription) {
        return (int) Math.max(1, Math.min(Fetcher.OfEvents.MOST, config.maxCost() / Math.max(1, subscription.cost())));
    }

    /**
     * Executes the next events of a subscription on the calling thread, which must hold one of {@link ExecutionPermits}.
     *
     * @param position of the last event, null to begin as the operation says
     * @throws RefusedOperationException if an event costs too much, if the variables are invalid, or if the events after
     *     the position cannot be read
     * @throws DatabaseUnavailableException if PostgreSQL cannot be reached
     * @throws DeadlinePassedException if the execution took too long
     */
    public NextEvents next(BoundOperation subscription, @Nullable String position, Deadline deadline) {
        checkCost(subscription);
        Resumption resumption = new Resumption(position, mostEvents(subscription));
        Execution.RevisionResult executed = resultOf(() -> execution.execute(subscription, resumption, deadline));
        errorsOf(executed.result());
        EventValues values = executed.result().getData();
        List<NextEvents.Event> events = values.events().stream()
                .map(event -> new NextEvents.Event(
                        event.position(), errors.of(event.errors(), config.maxErrors()), event.data()))
                .toList();
        return new NextEvents(events, values.more(), executed.revision());
    }

    private void checkCost(BoundOperation operation) {
        if (operation.cost() > config.maxCost()) {
            throw new RefusedOperationException(
                    ErrorCode.QUERY_TOO_COMPLEX,
                    "The operation costs %d; the limit is %d. Request smaller pages or fewer fields."
                            .formatted(operation.cost(), config.maxCost()));
        }
    }

    /** The errors of a result with data. */
    private List<GraphQLError> errorsOf(ExecutionResult result) {
        List<GraphQLError> found = errors.of(result.getErrors(), config.maxErrors());
        if (ClientErrors.has(found, ErrorCode.SERVICE_UNAVAILABLE)) {
            throw new DatabaseUnavailableException();
        }
        if (ClientErrors.has(found, ErrorCode.TIMEOUT)) {
            throw new DeadlinePassedException();
        }
        if (!result.isDataPresent()) {
            throw new RefusedOperationException(found);
        }
        return found;
    }

    private static Execution.RevisionResult resultOf(Supplier<Execution.RevisionResult> execution) {
        try {
            return execution.get();
        } catch (RuntimeException e) {
            String code = DatabaseFailure.codeOf(e).orElse(ErrorCode.INTERNAL);
            if (code.equals(ErrorCode.SERVICE_UNAVAILABLE)) {
                LOG.warnf("PostgreSQL is unavailable: %s", e.getMessage());
                throw new DatabaseUnavailableException(e);
            }
            if (code.equals(ErrorCode.TIMEOUT)) {
                throw new DeadlinePassedException();
            }
            throw e;
        }
    }
}
