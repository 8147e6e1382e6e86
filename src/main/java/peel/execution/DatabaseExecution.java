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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import peel.error.ErrorCode;
import peel.execution.error.ClientErrors;
import peel.execution.error.DatabaseUnavailableException;
import peel.execution.error.FetchingErrors;
import peel.execution.level.LevelStrategy;
import peel.execution.level.OperationPlan;
import peel.execution.level.Resumption;
import peel.query.Deadline;
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
    private final RevisionWatch revisions;
    private final GraphQL graphQL;

    DatabaseExecution(GraphQLSchema schema, AgroalDataSource database, RevisionWatch revisions) {
        // Unwrapped: for a request that is still executed after the shutdown closed this pool, the proxy would open
        // another one.
        this.database = ClientProxy.unwrap(database);
        this.revisions = revisions;
        LevelStrategy strategy = new LevelStrategy(new FetchingErrors());
        this.graphQL = GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class)))
                .queryExecutionStrategy(strategy)
                .subscriptionExecutionStrategy(strategy)
                .build();
    }

    @Override
    public RevisionResult execute(BoundOperation operation, Deadline deadline) {
        return result(operation, null, deadline);
    }

    @Override
    public RevisionResult execute(BoundOperation subscription, Resumption resumption, Deadline deadline) {
        return result(subscription, resumption, deadline);
    }

    private RevisionResult result(BoundOperation operation, @Nullable Resumption resumption, Deadline deadline) {
        GraphQLRequest request = operation.request();
        ExecutionInput input = ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .extensions(request.extensions())
                .locale(Locale.ENGLISH)
                .graphQLContext(context -> {
                    context.of(
                            PreparsedDocumentEntry.class,
                            operation.document(),
                            OperationPlan.class,
                            operation.plan(),
                            Deadline.class,
                            deadline);
                    if (resumption != null) {
                        context.of(Resumption.class, resumption);
                    }
                })
                .build();
        Set<String> fields = operation.plan().fields();
        RevisionResult result = ofKnownRevision(input, fields, deadline);
        return result == null ? inTransaction(input, fields, deadline) : result;
    }

    /** Returns a result, or null after a concurrent import or a lost connection. */
    private @Nullable RevisionResult ofKnownRevision(ExecutionInput input, Set<String> fields, Deadline deadline) {
        UUID known = revisions.current();
        if (known == null) {
            return null;
        }
        Connection connection;
        try {
            connection = deadline.connect(database::getConnection);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
        try (connection) {
            ExecutionResult result;
            try {
                result = ReadContext.runChecked(
                        connection, known, new RevisionCheck(deadline), fields, () -> graphQL.execute(input));
            } finally {
                Deadline.release(connection);
            }
            return ClientErrors.has(result.getErrors(), ErrorCode.SERVICE_UNAVAILABLE)
                    ? null
                    : new RevisionResult(result, known);
        } catch (FailedStatementException | SQLException e) {
            LOG.debug("No answer without a transaction", e);
            return null;
        }
    }

    private RevisionResult inTransaction(ExecutionInput input, Set<String> fields, Deadline deadline) {
        Attempt attempt = new Attempt(input, fields, deadline);
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
        // The connection was lost, for example because PostgreSQL was restarted, or leads to a standby that is behind.
        // Another one may work.
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
        private final Set<String> fields;
        private final Deadline deadline;
        private boolean connected;
        private boolean begun;
        private @Nullable UUID revision;
        private @Nullable RevisionResult result;

        Attempt(ExecutionInput input, Set<String> fields, Deadline deadline) {
            this.input = input;
            this.fields = fields;
            this.deadline = deadline;
        }

        RevisionResult run() {
            RevisionCheck check = new RevisionCheck(deadline);
            try (Connection connection = deadline.connect(database::getConnection)) {
                connected = true;
                try {
                    return read(connection, check);
                } finally {
                    Deadline.release(connection);
                }
            } catch (SQLException e) {
                throw new FailedStatementException(e);
            }
        }

        private RevisionResult read(Connection connection, RevisionCheck check) throws SQLException {
            // After an error, closing the connection ends the transaction: nothing was written.
            connection.setAutoCommit(false);
            long now = System.nanoTime();
            RevisionCheck.Snapshot snapshot = check.beginSnapshot(connection);
            revision = snapshot.revision();
            if (!revisions.mayShow(revision, snapshot.standby(), now)) {
                throw new OlderStandbyException();
            }
            begun = true;
            RevisionResult read = new RevisionResult(
                    ReadContext.run(connection, revision, check, fields, () -> graphQL.execute(input)), revision);
            result = read;
            connection.commit();
            return read;
        }
    }

    /** The connection leads to a standby with an older revision than one that was shown. */
    private static final class OlderStandbyException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
