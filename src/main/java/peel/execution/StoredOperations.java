package peel.execution;

import graphql.GraphQLError;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.error.ErrorCode;
import peel.execution.document.PreparedDocument;
import peel.execution.error.ClientErrors;
import peel.execution.error.DatabaseUnavailableException;
import peel.execution.error.RefusedOperationException;
import peel.query.Deadline;
import peel.query.DeadlinePassedException;

/** Executes operations that are part of the program, within the same limits as those that clients send. */
@Singleton
public class StoredOperations {

    private final Operations operations;
    private final ExecutionPermits permits;

    public StoredOperations(Operations operations, ExecutionPermits permits) {
        this.operations = operations;
        this.permits = permits;
    }

    /**
     * What an operation returned.
     *
     * @param data an {@link peel.execution.level.ObjectValue}
     * @param revision the identity of the dataset's revision that all data was read from, null before the first import
     */
    public record Answer(Object data, @Nullable UUID revision) {}

    /** An operation without a complete answer. */
    public static final class FailedOperationException extends RuntimeException {

        private final String code;

        private FailedOperationException(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        /** One of {@link ErrorCode}. */
        public String code() {
            return code;
        }
    }

    /**
     * Executes the only operation of a document on the calling thread, which must hold one of {@link ExecutionPermits}.
     *
     * @throws FailedOperationException if the operation is refused, or if one of its fields failed
     * @throws DatabaseUnavailableException if PostgreSQL cannot be reached
     * @throws DeadlinePassedException if the execution took too long
     */
    public Answer execute(String document, Map<String, @Nullable Object> variables, Deadline deadline) {
        try {
            PreparedDocument prepared = operations.prepare(document);
            BoundOperation operation =
                    operations.bind(prepared, new GraphQLRequest(document, null, variables, Map.of()));
            if (!permits.tryEnter(operation.cost())) {
                throw new FailedOperationException(
                        ErrorCode.TOO_MANY_REQUESTS, "Too many expensive operations are being executed.");
            }
            ExecutedOperation executed;
            try {
                executed = operations.execute(operation, deadline);
            } finally {
                permits.leave(operation.cost());
            }
            Object data = executed.data();
            if (data == null || !executed.errors().isEmpty()) {
                throw failed(executed.errors());
            }
            return new Answer(data, executed.revision());
        } catch (RefusedOperationException refused) {
            throw failed(refused.errors());
        }
    }

    private static FailedOperationException failed(List<GraphQLError> errors) {
        return errors.isEmpty()
                ? new FailedOperationException(ErrorCode.INTERNAL, "The operation returned no data.")
                : new FailedOperationException(
                        ClientErrors.codes(errors).get(0), errors.get(0).getMessage());
    }
}
