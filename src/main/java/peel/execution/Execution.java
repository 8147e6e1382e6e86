package peel.execution;

import graphql.ExecutionResult;

/** Executes operations against the dataset. */
public interface Execution {

    /**
     * A result and the revision of the dataset that all of it was read from.
     *
     * @param revision 0 before the first import
     */
    record RevisionResult(ExecutionResult result, int revision) {}

    /**
     * Executes an operation on the calling thread. Failures of fields are in the result's errors.
     *
     * @throws RuntimeException if there is no result
     */
    RevisionResult execute(BoundOperation operation);
}
