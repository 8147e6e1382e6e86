package peel.endpoint;

import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.List;
import java.util.Map;
import peel.endpoint.execution.OperationPlan;

/**
 * A document that was parsed, measured and validated.
 *
 * @param entry the document as graphql-java takes it, or null if there are errors
 * @param onlyQueries whether it has neither mutations nor subscriptions
 * @param fields how many its operations have, counted at each spread of a fragment
 * @param plans what its operations select, by name, an unnamed one under ""
 * @param operations what its operations cost, by name likewise
 * @param errors why it isn't executed, empty if it is
 */
record PreparedDocument(
        PreparsedDocumentEntry entry,
        boolean onlyQueries,
        long fields,
        Map<String, OperationPlan> plans,
        Map<String, OperationCost> operations,
        List<GraphQLError> errors) {

    static PreparedDocument refused(boolean onlyQueries, List<GraphQLError> errors) {
        return new PreparedDocument(null, onlyQueries, 0, Map.of(), Map.of(), errors);
    }

    /**
     * What the operation costs that a request asks for.
     *
     * @param name its name, or null for the only one
     * @throws RefusedOperation if there is none, or none can be told
     */
    OperationCost cost(String name) {
        if (name == null) {
            if (operations.size() != 1) {
                throw new RefusedOperation(
                        ErrorCode.OPERATION_RESOLUTION_FAILURE,
                        "The document has %d operations: operationName has to tell which to execute. Known: %s."
                                .formatted(operations.size(), names()));
            }
            return operations.values().iterator().next();
        }
        OperationCost operation = operations.get(name);
        if (operation == null || name.isEmpty()) {
            throw new RefusedOperation(
                    ErrorCode.OPERATION_RESOLUTION_FAILURE,
                    "The document has no operation \"%s\". Known: %s.".formatted(name, names()));
        }
        return operation;
    }

    /**
     * The name of the operation that a request asks for, empty if it has none.
     *
     * @param name as in {@link #cost}, which has been asked
     */
    String nameOf(String name) {
        return name == null ? operations.keySet().iterator().next() : name;
    }

    /**
     * What the operation selects that a request asks for.
     *
     * @param name as in {@link #cost}, which has been asked
     */
    OperationPlan plan(String name) {
        return plans.get(nameOf(name));
    }

    private String names() {
        return String.join(", ", operations.keySet().stream().sorted().toList());
    }
}
