package peel.endpoint;

import java.util.Map;

/**
 * A well-formed request.
 *
 * @param query the document's text, or null when the extensions name a persisted one
 * @param operationName which of the document's operations, or null
 * @param variables the variables' values, empty when there are none
 * @param extensions what the client adds, empty when nothing
 */
record GraphQLRequest(
        String query,
        String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions) {}
