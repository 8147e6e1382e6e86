package peel.endpoint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/**
 * Executes requests: each whole on the calling thread, in one transaction, so that an answer never
 * mixes two dataset revisions. Documents are parsed and validated once.
 */
@ApplicationScoped
class Execution {

    /** The parsed documents that are kept weigh so many characters of text together. */
    private static final long DOCUMENT_CACHE_CHARACTERS = 4_000_000;

    private final GraphQL graphQL;

    Execution(@OwnFetchers GraphQLSchema schema) {
        this.graphQL =
                GraphQL.newGraphQL(schema)
                        .preparsedDocumentProvider(documents())
                        .defaultDataFetcherExceptionHandler(new FetchingErrors())
                        .build();
    }

    private static PreparsedDocumentProvider documents() {
        Cache<String, PreparsedDocumentEntry> cache =
                Caffeine.newBuilder()
                        .maximumWeight(DOCUMENT_CACHE_CHARACTERS)
                        .weigher(
                                (String text, PreparsedDocumentEntry document) ->
                                        text.length() + 100)
                        .build();
        return (input, parse) ->
                CompletableFuture.completedFuture(
                        cache.get(input.getQuery(), text -> parse.apply(input)));
    }

    /** Executes a request; what goes wrong is in the result's errors. */
    ExecutionResult execute(GraphQLRequest request) {
        ExecutionInput input =
                ExecutionInput.newExecutionInput(request.query())
                        .operationName(request.operationName())
                        .variables(request.variables())
                        .extensions(request.extensions())
                        .dataLoaderRegistry(new DataLoaderRegistry())
                        .build();
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            return QuarkusTransaction.requiringNew()
                    .call(
                            () -> {
                                Session session = Panache.getSession();
                                session.setDefaultReadOnly(true);
                                session.setHibernateFlushMode(FlushMode.MANUAL);
                                return graphQL.execute(input);
                            });
        } finally {
            context.terminate();
        }
    }
}
