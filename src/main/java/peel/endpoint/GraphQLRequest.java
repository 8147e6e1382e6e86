package peel.endpoint;

import java.util.Map;

/**
 * A well-formed request.
 *
 * @param query the document's text, or null when something else names it
 * @param documentId the id or name of a trusted document, or null
 * @param operationName which of the document's operations, or null
 * @param variables the variables' values, empty when there are none
 * @param extensions what the client adds, empty when nothing
 */
record GraphQLRequest(
        String query,
        String documentId,
        String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions) {

    /** The same request with the document that it names. */
    GraphQLRequest with(String text) {
        return new GraphQLRequest(text, documentId, operationName, variables, extensions);
    }
}
