package peel.execution;

import java.util.Map;

/**
 * A request whose document is known.
 *
 * @param query the text of the document
 * @param operationName the operation of the document to execute, or null for the only one
 * @param variables the values of the variables, empty if there are none
 * @param extensions what the client sent beside the request, empty if nothing
 */
public record GraphQLRequest(
        String query, String operationName, Map<String, Object> variables, Map<String, Object> extensions) {}
