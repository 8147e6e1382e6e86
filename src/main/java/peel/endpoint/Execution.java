package peel.endpoint;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.ClientProxy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import peel.execution.LevelStrategy;
import peel.execution.OperationPlan;
import peel.query.FailedStatementException;
import peel.query.Reading;
import peel.query.RevisionCheck;

/**
 * Executes requests, each whole on the calling thread, so that an answer never mixes two dataset
 * revisions. While the revision is known, each statement is sent alone and tells the one that it
 * read: of the three round trips of most answers, a transaction's begin and end were two. Where
 * that doesn't give an answer, it is made in a transaction.
 */
@ApplicationScoped
class Execution {

    private static final Logger LOG = Logger.getLogger(Execution.class);

    private final AgroalDataSource database;
    private final RevisionWatch watch;
    private final GraphQL graphQL;
    private final long timeoutNanos;
    private final RevisionCheck check;

    Execution(GraphQLSchema schema, EndpointConfig config, AgroalDataSource database, RevisionWatch watch) {
        // By itself: the proxy would make another pool for a request that is still executed after
        // the service's end has closed this one.
        this.database = ClientProxy.unwrap(database);
        this.watch = watch;
        this.graphQL = GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .queryExecutionStrategy(new LevelStrategy(new FetchingErrors()))
                .build();
        this.timeoutNanos = config.timeout().toNanos();
        this.check = new RevisionCheck(Long.toString(config.timeout().toMillis()));
    }

    /**
     * A result and what it is a result of.
     *
     * @param revision the dataset's, 0 before the first import
     */
    record Executed(ExecutionResult result, int revision) {}

    /**
     * Executes a request; what goes wrong in fields is in the result's errors.
     *
     * @throws DatabaseUnavailableException if there is no database
     */
    Executed execute(GraphQLRequest request, PreparsedDocumentEntry document, PreparedDocument.Operation operation) {
        ExecutionInput input = ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .extensions(request.extensions())
                .locale(Locale.ENGLISH)
                .graphQLContext(context -> context.of(
                        PreparsedDocumentEntry.class,
                        document,
                        OperationPlan.class,
                        operation.plan(),
                        LevelStrategy.DEADLINE,
                        System.nanoTime() + timeoutNanos))
                .build();
        Executed executed = ofKnownRevision(input);
        return executed == null ? inTransaction(input) : executed;
    }

    /** A result, or null if an import or a lost connection came between. */
    private Executed ofKnownRevision(ExecutionInput input) {
        OptionalInt revision = watch.current();
        if (revision.isEmpty()) {
            return null;
        }
        int known = revision.getAsInt();
        Connection connection;
        try {
            connection = database.getConnection();
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
        try (connection) {
            ExecutionResult result = Reading.of(connection, known, check, () -> graphQL.execute(input));
            return ClientErrors.has(result.getErrors(), ErrorCode.SERVICE_UNAVAILABLE)
                    ? null
                    : new Executed(result, known);
        } catch (FailedStatementException | SQLException e) {
            LOG.debug("Not answered without a transaction", e);
            return null;
        }
    }

    private Executed inTransaction(ExecutionInput input) {
        Attempt attempt = new Attempt(input);
        try {
            attempt.run();
        } catch (RuntimeException e) {
            if (attempt.executed != null) {
                // Nothing was written, so how the transaction ended doesn't matter.
                LOG.debug("The transaction of an answer didn't end well", e);
            } else if (attempt.begun) {
                throw e;
            } else {
                runAgain(attempt, e);
            }
        }
        return attempt.executed;
    }

    private static void runAgain(Attempt attempt, RuntimeException first) {
        if (!attempt.connected) {
            throw new DatabaseUnavailableException(first);
        }
        // PostgreSQL was restarted since this connection was used last: another one will do.
        try {
            attempt.run();
        } catch (RuntimeException e) {
            // As above: what there is to answer is there, be it that PostgreSQL went away
            // meanwhile.
            if (attempt.executed == null) {
                throw attempt.begun ? e : new DatabaseUnavailableException(e);
            }
        }
    }

    private final class Attempt {

        private final ExecutionInput input;
        private boolean connected;
        private boolean begun;
        private int revision;
        private Executed executed;

        Attempt(ExecutionInput input) {
            this.input = input;
        }

        void run() {
            try (Connection connection = database.getConnection()) {
                connected = true;
                // Also where an error ends it: what was read is read, and nothing is written.
                connection.setAutoCommit(false);
                revision = check.ask(connection);
                begun = true;
                executed = new Executed(Reading.in(connection, revision, () -> graphQL.execute(input)), revision);
                connection.commit();
            } catch (SQLException e) {
                throw new FailedStatementException(e);
            }
        }
    }
}
