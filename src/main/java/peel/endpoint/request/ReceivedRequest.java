package peel.endpoint.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import peel.execution.GraphQLRequest;

/**
 * A well-formed request as the client sent it.
 *
 * @param query the text of the document, null if it is named otherwise
 * @param documentId the id or name of a trusted document
 * @param operationName the operation of the document to execute, null for the only one
 * @param variables the values of the variables, empty if there are none
 * @param extensions the request's {@code extensions}, empty if there are none
 */
public record ReceivedRequest(
        @Nullable String query,
        @Nullable String documentId,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        Map<String, @Nullable Object> extensions) {

    /** The request with the document that it names. */
    public GraphQLRequest with(String text) {
        return new GraphQLRequest(text, operationName, variables, extensions);
    }
}
