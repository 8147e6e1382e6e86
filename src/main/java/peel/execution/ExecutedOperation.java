package peel.execution;

import graphql.GraphQLError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation returned.
 *
 * @param errors the errors of fields as clients see them, empty if there are none
 * @param data an {@link peel.execution.level.ObjectValue}, null if a field that must not be null failed
 * @param revision the dataset's revision that all data was read from, 0 before the first import
 */
public record ExecutedOperation(
        List<GraphQLError> errors, @Nullable Object data, int revision) {}
