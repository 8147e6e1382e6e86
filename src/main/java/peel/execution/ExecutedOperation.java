package peel.execution;

import graphql.GraphQLError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operation returned.
 *
 * @param errors the errors of fields as clients see them, empty if there are none
 * @param data an {@link peel.execution.level.ObjectValue}, null if a field that must not be null failed
 * @param revision the identity of the dataset's revision that all data was read from, null before the first import
 */
public record ExecutedOperation(
        List<GraphQLError> errors,
        @Nullable Object data,
        @Nullable UUID revision) {}
