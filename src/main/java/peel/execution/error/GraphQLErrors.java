package peel.execution.error;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.Map;

/** Creates errors as clients see them. */
public final class GraphQLErrors {

    private GraphQLErrors() {}

    /**
     * Creates an error of the request as a whole.
     *
     * @param code the error's {@code extensions.code}
     */
    public static GraphQLError of(String code, String message) {
        return GraphqlErrorBuilder.newError()
                .message("%s", message)
                .extensions(Map.of("code", code))
                .build();
    }
}
