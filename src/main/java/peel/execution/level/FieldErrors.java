package peel.execution.level;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns exceptions of fields into errors as clients see them. */
public interface FieldErrors {

    /**
     * Returns the error.
     *
     * @param path the path of the field in the answer
     * @param location the location of the field in the document
     * @param arguments the field's arguments by name, empty if they could not be read
     */
    GraphQLError of(
            Throwable failure, List<Object> path, SourceLocation location, Map<String, @Nullable Object> arguments);
}
