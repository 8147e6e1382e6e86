package peel.execution.document;

import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.error.ErrorCode;
import peel.error.Quotation;
import peel.execution.error.RefusedOperationException;
import peel.execution.level.OperationPlan;

/**
 * A document that was parsed, measured and validated.
 *
 * @param entry the document in graphql-java's form, null if there are errors
 * @param onlyReads whether the document has no mutations
 * @param fields the number of fields in all operations, those of a fragment counted at each spread
 * @param operations the operations by name, an unnamed one under ""
 * @param errors the reasons why the document cannot be executed, empty if it can
 */
public record PreparedDocument(
        @Nullable PreparsedDocumentEntry entry,
        boolean onlyReads,
        long fields,
        Map<String, Operation> operations,
        List<GraphQLError> errors) {

    /**
     * An operation of the document.
     *
     * @param name empty if the operation has none
     */
    public record Operation(String name, boolean subscription, OperationCost cost, OperationPlan plan) {}

    /** A document with errors. */
    public static PreparedDocument refused(boolean onlyReads, List<GraphQLError> errors) {
        return new PreparedDocument(null, onlyReads, 0, Map.of(), errors);
    }

    /**
     * Returns the operation that a request asks for.
     *
     * @param name the operation's name, null for the only one
     * @throws RefusedOperationException if there is no such operation, or the name is needed to choose one
     */
    public Operation operation(@Nullable String name) {
        if (name == null) {
            if (operations.size() != 1) {
                throw new RefusedOperationException(
                        ErrorCode.OPERATION_RESOLUTION_FAILURE,
                        "The document has %d operations; \"operationName\" must name the one to execute. Known: %s."
                                .formatted(operations.size(), names()));
            }
            return operations.values().iterator().next();
        }
        Operation operation = operations.get(name);
        if (operation == null || name.isEmpty()) {
            throw new RefusedOperationException(
                    ErrorCode.OPERATION_RESOLUTION_FAILURE,
                    "The document has no operation \"%s\". Known: %s.".formatted(Quotation.of(name), names()));
        }
        return operation;
    }

    private String names() {
        return String.join(", ", operations.keySet().stream().sorted().toList());
    }
}
