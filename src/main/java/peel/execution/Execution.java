package peel.execution;

import graphql.ExecutionResult;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import peel.execution.level.Resumption;
import peel.query.Deadline;

/** Executes operations against the dataset. */
public interface Execution {

    /**
     * A result and the revision of the dataset that all of it was read from.
     *
     * @param revision the revision's identity, null before the first import
     */
    record RevisionResult(ExecutionResult result, @Nullable UUID revision) {}

    /**
     * Executes an operation on the calling thread. Failures of fields are in the result's errors.
     *
     * @throws peel.query.DeadlinePassedException if the execution took too long
     * @throws RuntimeException if there is no result
     */
    RevisionResult execute(BoundOperation operation, Deadline deadline);

    /**
     * Executes the next events of a subscription in the same way. The data of the result are {@link
     * peel.execution.level.EventValues}.
     */
    RevisionResult execute(BoundOperation subscription, Resumption resumption, Deadline deadline);
}
