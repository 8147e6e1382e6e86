package peel.endpoint;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import peel.endpoint.execution.LevelStrategy;
import peel.endpoint.execution.OperationPlan;
import peel.query.Reading;
import peel.query.StatementFailed;

/**
 * Executes requests: each whole on the calling thread, in one transaction, so that an answer never
 * mixes two dataset revisions.
 */
@ApplicationScoped
class Execution {

    private static final Logger LOG = Logger.getLogger(Execution.class);

    /** One round trip: PostgreSQL's own time limit, and the snapshot that the answer is of. */
    private static final String BEGIN =
            "select set_config('statement_timeout', ?, true), (select max(revision) from dataset_revision)";

    private final AgroalDataSource database;
    private final GraphQL graphQL;
    private final long timeoutNanos;
    private final String statementTimeout;

    Execution(GraphQLSchema schema, EndpointConfig config, AgroalDataSource database) {
        this.database = database;
        this.graphQL =
                GraphQL.newGraphQL(schema)
                        .preparsedDocumentProvider(
                                (input, parse) ->
                                        CompletableFuture.completedFuture(
                                                input.getGraphQLContext()
                                                        .get(PreparsedDocumentEntry.class)))
                        .queryExecutionStrategy(new LevelStrategy(new FetchingErrors()))
                        .build();
        this.timeoutNanos = config.timeout().toNanos();
        this.statementTimeout = Long.toString(config.timeout().toMillis());
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
     * @throws DatabaseAway if there is no database
     */
    Executed execute(GraphQLRequest request, PreparedDocument document) {
        ExecutionInput input =
                ExecutionInput.newExecutionInput(request.query())
                        .operationName(request.operationName())
                        .variables(request.variables())
                        .extensions(request.extensions())
                        .locale(Locale.ENGLISH)
                        .graphQLContext(
                                context ->
                                        context.of(
                                                PreparsedDocumentEntry.class,
                                                document.entry(),
                                                OperationPlan.class,
                                                document.plan(request.operationName()),
                                                LevelStrategy.DEADLINE,
                                                System.nanoTime() + timeoutNanos))
                        .build();
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
            throw new DatabaseAway(first);
        }
        // PostgreSQL was restarted since this connection was used last: another one will do.
        try {
            attempt.run();
        } catch (RuntimeException e) {
            // As above: what there is to answer is there, be it that PostgreSQL went away
            // meanwhile.
            if (attempt.executed == null) {
                throw attempt.begun ? e : new DatabaseAway(e);
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
                begin(connection);
                executed =
                        new Executed(
                                Reading.in(connection, revision, () -> graphQL.execute(input)),
                                revision);
                connection.commit();
            } catch (SQLException e) {
                throw new StatementFailed(e);
            }
        }

        private void begin(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
                statement.setString(1, statementTimeout);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    revision = row.getInt(2);
                    begun = true;
                }
            }
        }
    }
}
