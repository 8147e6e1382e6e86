package peel.endpoint;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.Map;

/** Errors as clients see them. */
final class GraphQLErrors {

    private GraphQLErrors() {}

    /**
     * An error of the request as a whole.
     *
     * @param code its {@code extensions.code}
     */
    static GraphQLError of(String code, String message) {
        return GraphqlErrorBuilder.newError()
                .message("%s", message)
                .extensions(Map.of("code", code))
                .build();
    }
}
