package peel.execution.error;

import graphql.GraphQLError;
import java.util.List;

/** A well-formed request whose operation is not executed, for reasons that the client sees. */
public class RefusedOperationException extends RuntimeException {

    private final transient List<GraphQLError> errors;

    /**
     * Refuses an operation for one reason.
     *
     * @param code the error's {@code extensions.code}
     */
    public RefusedOperationException(String code, String message) {
        this(List.of(GraphQLErrors.of(code, message)));
    }

    /** Refuses an operation for these errors, of which there is at least one. */
    public RefusedOperationException(List<GraphQLError> errors) {
        super(errors.get(0).getMessage(), null, false, false);
        this.errors = errors;
    }

    public List<GraphQLError> errors() {
        return errors;
    }
}
