package peel.execution;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;

/** Turns what went wrong with a field into the error that the client sees. */
public interface FieldErrors {

    /**
     * The error.
     *
     * @param path the field's place in the answer
     * @param location its place in the document
     * @param arguments the field's arguments by name, as far as they were read
     */
    GraphQLError of(Throwable failure, List<Object> path, SourceLocation location, Map<String, Object> arguments);
}
