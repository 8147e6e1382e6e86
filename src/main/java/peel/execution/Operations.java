package peel.execution;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import peel.error.ErrorCode;
import peel.execution.document.Documents;
import peel.execution.document.PreparedDocument;
import peel.execution.error.ClientErrors;
import peel.execution.error.DatabaseFailure;
import peel.execution.error.DatabaseUnavailableException;
import peel.execution.error.RefusedOperationException;
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
        if (operation.cost() > config.maxCost()) {
            throw new RefusedOperationException(
                    ErrorCode.QUERY_TOO_COMPLEX,
                    "The operation costs %d; the limit is %d. Request smaller pages or fewer fields."
                            .formatted(operation.cost(), config.maxCost()));
        }
        Execution.RevisionResult executed = resultOf(operation, deadline);
        ExecutionResult result = executed.result();
        List<GraphQLError> found = errors.of(result, config.maxErrors());
        if (ClientErrors.has(found, ErrorCode.SERVICE_UNAVAILABLE)) {
            throw new DatabaseUnavailableException();
        }
        if (ClientErrors.has(found, ErrorCode.TIMEOUT)) {
            throw new DeadlinePassedException();
        }
        if (!result.isDataPresent()) {
            throw new RefusedOperationException(found);
        }
        return new ExecutedOperation(found, result.getData(), executed.revision());
    }

    private Execution.RevisionResult resultOf(BoundOperation operation, Deadline deadline) {
        try {
            return execution.execute(operation, deadline);
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
