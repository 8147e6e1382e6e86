package peel.endpoint;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import java.util.List;
import java.util.function.Supplier;

/**
 * Fetches a field that needs no statement ({@link peel.query.InMemory}) from its API method, which
 * takes many parents, with one. A batch would cost two futures and four maps' entries for each
 * parent.
 */
final class InMemoryFetcher implements LightDataFetcher<Object> {

    private final ApiMethod method;

    InMemoryFetcher(ApiMethod method) {
        this.method = method;
    }

    @Override
    public Object get(
            GraphQLFieldDefinition definition,
            Object source,
            Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        return of(source);
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        return of(environment.getSource());
    }

    private Object of(Object source) throws Exception {
        return ((List<?>) method.call(List.of(source))).get(0);
    }
}
