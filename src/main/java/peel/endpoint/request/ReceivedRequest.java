package peel.endpoint.request;

import java.util.Map;
import peel.execution.GraphQLRequest;

/**
 * A well-formed request as the client sent it.
 *
 * @param query the text of the document, or null if it is named otherwise
 * @param documentId the id or name of a trusted document, or null
 * @param operationName the operation of the document to execute, or null
 * @param variables the values of the variables, empty if there are none
 * @param extensions the request's {@code extensions}, empty if there are none
 */
public record ReceivedRequest(
        String query,
        String documentId,
        String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions) {

    /** The request with the document that it names. */
    public GraphQLRequest with(String text) {
        return new GraphQLRequest(text, operationName, variables, extensions);
    }
}
