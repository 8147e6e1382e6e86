package peel.execution;

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
import org.jspecify.annotations.Nullable;
import peel.error.ErrorCode;
import peel.execution.error.ClientErrors;
import peel.execution.error.DatabaseUnavailableException;
import peel.execution.error.FetchingErrors;
import peel.execution.level.LevelStrategy;
import peel.execution.level.OperationPlan;
import peel.query.FailedStatementException;
import peel.query.ReadContext;
import peel.query.RevisionCheck;

/**
 * Executes operations by JDBC so that an answer never mixes two revisions of the dataset. While the revision is known,
 * each statement is sent without a transaction and returns the revision that it read: most answers need one statement,
 * and a transaction's begin and end would be two more round trips. If that yields no answer, the operation is executed
 * again in a transaction.
 */
@ApplicationScoped
class DatabaseExecution implements Execution {

    private static final Logger LOG = Logger.getLogger(DatabaseExecution.class);

    private final AgroalDataSource database;
    private final RevisionSource revisions;
    private final GraphQL graphQL;
    private final long timeoutNanos;
    private final RevisionCheck check;

    DatabaseExecution(
            GraphQLSchema schema, ExecutionConfig config, AgroalDataSource database, RevisionSource revisions) {
        // Unwrapped: for a request that is still executed after the shutdown closed this pool, the proxy would open
        // another one.
        this.database = ClientProxy.unwrap(database);
        this.revisions = revisions;
        this.graphQL = GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .queryExecutionStrategy(new LevelStrategy(new FetchingErrors()))
                .build();
        this.timeoutNanos = config.timeout().toNanos();
        this.check = new RevisionCheck(Long.toString(config.timeout().toMillis()));
    }

    @Override
    public RevisionResult execute(BoundOperation operation) {
        GraphQLRequest request = operation.request();
        ExecutionInput input = ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .extensions(request.extensions())
                .locale(Locale.ENGLISH)
                .graphQLContext(context -> context.of(
                        PreparsedDocumentEntry.class,
                        operation.document(),
                        OperationPlan.class,
                        operation.plan(),
                        LevelStrategy.DEADLINE,
                        System.nanoTime() + timeoutNanos))
                .build();
        RevisionResult result = ofKnownRevision(input);
        return result == null ? inTransaction(input) : result;
    }

    /** Returns a result, or null after a concurrent import or a lost connection. */
    private @Nullable RevisionResult ofKnownRevision(ExecutionInput input) {
        OptionalInt revision = revisions.current();
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
            ExecutionResult result = ReadContext.runChecked(connection, known, check, () -> graphQL.execute(input));
            return ClientErrors.has(result.getErrors(), ErrorCode.SERVICE_UNAVAILABLE)
                    ? null
                    : new RevisionResult(result, known);
        } catch (FailedStatementException | SQLException e) {
            LOG.debug("No answer without a transaction", e);
            return null;
        }
    }

    private RevisionResult inTransaction(ExecutionInput input) {
        Attempt attempt = new Attempt(input);
        try {
            return attempt.run();
        } catch (RuntimeException e) {
            RevisionResult result = attempt.result;
            if (result != null) {
                // Nothing was written, so a failed commit does not matter.
                LOG.debug("The transaction of an answer could not be ended", e);
                return result;
            }
            if (attempt.begun) {
                throw e;
            }
            return runAgain(attempt, e);
        }
    }

    private static RevisionResult runAgain(Attempt attempt, RuntimeException first) {
        if (!attempt.connected) {
            throw new DatabaseUnavailableException(first);
        }
        // The connection was lost, for example because PostgreSQL was restarted. Another one may work.
        try {
            return attempt.run();
        } catch (RuntimeException e) {
            // As above: if there is a result, the connection was lost only afterwards.
            RevisionResult result = attempt.result;
            if (result == null) {
                throw attempt.begun ? e : new DatabaseUnavailableException(e);
            }
            return result;
        }
    }

    private final class Attempt {

        private final ExecutionInput input;
        private boolean connected;
        private boolean begun;
        private int revision;
        private @Nullable RevisionResult result;

        Attempt(ExecutionInput input) {
            this.input = input;
        }

        RevisionResult run() {
            try (Connection connection = database.getConnection()) {
                connected = true;
                // After an error, closing the connection ends the transaction: nothing was written.
                connection.setAutoCommit(false);
                revision = check.currentRevision(connection);
                begun = true;
                RevisionResult read = new RevisionResult(
                        ReadContext.run(connection, revision, () -> graphQL.execute(input)), revision);
                result = read;
                connection.commit();
                return read;
            } catch (SQLException e) {
                throw new FailedStatementException(e);
            }
        }
    }
}
