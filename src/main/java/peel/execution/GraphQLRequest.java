package peel.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose document is known.
 *
 * @param query the text of the document
 * @param operationName the operation of the document to execute, null for the only one
 * @param variables the values of the variables, empty if there are none
 * @param extensions what the client sent beside the request, empty if nothing
 */
public record GraphQLRequest(
        String query,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        Map<String, @Nullable Object> extensions) {}
