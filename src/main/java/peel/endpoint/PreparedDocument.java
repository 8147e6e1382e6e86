package peel.endpoint;

import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;

/**
 * A document that was parsed, measured and validated.
 *
 * @param entry the document as graphql-java takes it, or null if there are errors
 * @param operations its operations by name, an unnamed one under ""
 * @param errors why it isn't executed, empty if it is
 */
record PreparedDocument(
        PreparsedDocumentEntry entry,
        Map<String, PreparedOperation> operations,
        List<GraphQLError> errors) {

    /**
     * One of the operations.
     *
     * @param kind query, mutation or subscription
     * @param cost what it costs
     */
    record PreparedOperation(OperationDefinition.Operation kind, OperationCost cost) {}

    static PreparedDocument refused(List<GraphQLError> errors) {
        return new PreparedDocument(null, Map.of(), errors);
    }

    /**
     * The operation that a request asks for.
     *
     * @param name its name, or null for the only one
     * @throws RefusedOperation if there is none, or none can be told
     */
    PreparedOperation operation(String name) {
        if (name == null) {
            if (operations.size() != 1) {
                throw new RefusedOperation(
                        ErrorCode.OPERATION_RESOLUTION_FAILURE,
                        "The document has %d operations: operationName has to tell which to execute. Known: %s."
                                .formatted(operations.size(), names()));
            }
            return operations.values().iterator().next();
        }
        PreparedOperation operation = operations.get(name);
        if (operation == null || name.isEmpty()) {
            throw new RefusedOperation(
                    ErrorCode.OPERATION_RESOLUTION_FAILURE,
                    "The document has no operation \"%s\". Known: %s.".formatted(name, names()));
        }
        return operation;
    }

    private String names() {
        return String.join(", ", operations.keySet().stream().sorted().toList());
    }
}
