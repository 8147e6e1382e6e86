package peel.endpoint;

import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.List;
import java.util.Map;
import peel.execution.OperationPlan;

/**
 * A document that was parsed, measured and validated.
 *
 * @param entry the document as graphql-java takes it, or null if there are errors
 * @param onlyQueries whether it has neither mutations nor subscriptions
 * @param fields how many its operations have, counted at each spread of a fragment
 * @param operations its operations by name, an unnamed one under ""
 * @param errors why it isn't executed, empty if it is
 */
record PreparedDocument(
        PreparsedDocumentEntry entry,
        boolean onlyQueries,
        long fields,
        Map<String, Operation> operations,
        List<GraphQLError> errors) {

    /**
     * One of its operations.
     *
     * @param name empty if it has none
     */
    record Operation(String name, OperationCost cost, OperationPlan plan) {}

    static PreparedDocument refused(boolean onlyQueries, List<GraphQLError> errors) {
        return new PreparedDocument(null, onlyQueries, 0, Map.of(), errors);
    }

    /**
     * The operation that a request asks for.
     *
     * @param name its name, or null for the only one
     * @throws RefusedOperationException if there is none, or none can be told
     */
    Operation operation(String name) {
        if (name == null) {
            if (operations.size() != 1) {
                throw new RefusedOperationException(
                        ErrorCode.OPERATION_RESOLUTION_FAILURE,
                        "The document has %d operations: operationName has to tell which to execute. Known: %s."
                                .formatted(operations.size(), names()));
            }
            return operations.values().iterator().next();
        }
        Operation operation = operations.get(name);
        if (operation == null || name.isEmpty()) {
            throw new RefusedOperationException(
                    ErrorCode.OPERATION_RESOLUTION_FAILURE,
                    "The document has no operation \"%s\". Known: %s.".formatted(name, names()));
        }
        return operation;
    }

    private String names() {
        return String.join(", ", operations.keySet().stream().sorted().toList());
    }
}
