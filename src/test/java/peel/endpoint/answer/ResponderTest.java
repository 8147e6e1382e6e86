package peel.endpoint.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import peel.endpoint.persisted.PersistedConfig;
import peel.endpoint.persisted.PersistedQueries;
import peel.endpoint.persisted.TrustedDocuments;
import peel.endpoint.request.MediaType;
import peel.endpoint.request.ReceivedRequest;
import peel.endpoint.telemetry.OperationMetrics;
import peel.endpoint.telemetry.Outcome;
import peel.endpoint.telemetry.Telemetry;
import peel.endpoint.telemetry.TelemetryConfig;
import peel.error.ErrorCode;
import peel.execution.AnswerCache;
import peel.execution.AnswerWriter;
import peel.execution.BoundOperation;
import peel.execution.EntityTags;
import peel.execution.Execution;
import peel.execution.ExecutionConfig;
import peel.execution.ExecutionPermits;
import peel.execution.Operations;
import peel.execution.document.DocumentConfig;
import peel.execution.document.Documents;
import peel.execution.error.ClientErrors;
import peel.execution.error.DatabaseUnavailableException;
import peel.execution.error.GraphQLErrors;
import peel.execution.level.Fetcher;
import peel.execution.level.Fetchers;
import peel.execution.level.Planner;
import peel.execution.level.Resumption;
import peel.execution.memory.MemoryBudgets;
import peel.execution.memory.MemoryConfig;
import peel.query.Deadline;
import peel.query.DeadlinePassedException;
import peel.query.FailedStatementException;
import peel.testing.TestSettings;

/** The decisions about requests, without a server and without a database. */
class ResponderTest {

    private static final String SCHEMA = """
            type Query { force(name: String!): Force  forces(ids: [ID!]): [Force!]! }
            type Force { name: String! }
            """;

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);

    private static final String QUERY = "query Kent { force(name: \"kent\") { name } }";
    private static final Runnable NOT_CALLED = () -> {
        throw new AssertionError("does not wait");
    };
    private static final String KENT = "{\"data\":{\"force\":{\"name\":\"Kent Police\"}}}";

    private static final AnswerTerms POST = new AnswerTerms(false, MediaType.GRAPHQL_RESPONSE, false, null);
    private static final AnswerTerms GET = new AnswerTerms(true, MediaType.GRAPHQL_RESPONSE, false, null);
    private static final AnswerTerms OLD_CLIENT = new AnswerTerms(false, MediaType.JSON, false, null);
    private static final AnswerTerms GZIP = new AnswerTerms(false, MediaType.GRAPHQL_RESPONSE, true, null);

    /** Returns what a test sets, in place of the database. */
    private static final class FakeExecution implements Execution {

        private Supplier<ExecutionResult> result = () -> data("Kent Police");
        private UUID revision = FIRST;
        private int executions;

        @Override
        public RevisionResult execute(BoundOperation operation, Deadline deadline) {
            executions++;
            return new RevisionResult(result.get(), revision);
        }

        @Override
        public RevisionResult execute(BoundOperation subscription, Resumption resumption, Deadline deadline) {
            throw new AssertionError("The schema has no subscriptions");
        }

        private static ExecutionResult data(String name, GraphQLError... errors) {
            return ExecutionResultImpl.newExecutionResult()
                    .data(Map.of("force", Map.of("name", name)))
                    .errors(List.of(errors))
                    .build();
        }
    }

    /** Objects are never fetched, since {@link FakeExecution} returns the results. */
    private static final class NoFetchers implements Fetchers {

        @Override
        public Fetcher of(String type, String field) {
            return (Fetcher.OfOne) source -> null;
        }

        @Override
        public GraphQLObjectType typeOf(Object object) {
            throw new AssertionError(object);
        }
    }

    private final FakeExecution execution = new FakeExecution();
    private UUID revision = FIRST;
    private ExecutionPermits permits;
    private final Telemetry telemetry = telemetry();
    private final Responder responder = responder();

    private static Telemetry telemetry() {
        TelemetryConfig config = TestSettings.of(TelemetryConfig.class, Map.of());
        TrustedDocuments trusted = new TrustedDocuments(TestSettings.of(PersistedConfig.class, Map.of()));
        return new Telemetry(
                new OperationMetrics(new SimpleMeterRegistry(), config, trusted),
                config,
                TracerProvider.noop().get("test"),
                true);
    }

    private Responder responder() {
        GraphQLSchema schema = new SchemaGenerator()
                .makeExecutableSchema(new SchemaParser().parse(SCHEMA), RuntimeWiring.MOCKED_WIRING);
        ExecutionConfig config = TestSettings.of(
                ExecutionConfig.class,
                Map.of("peel.endpoint.timeout", "1500ms", "peel.endpoint.max-concurrent-requests", "1"));
        PersistedConfig persisted = TestSettings.of(PersistedConfig.class, Map.of());
        permits = new ExecutionPermits(config);
        ClientErrors errors = new ClientErrors(schema, true);
        Documents documents = new Documents(
                schema, TestSettings.of(DocumentConfig.class, Map.of()), errors, new Planner(schema, new NoFetchers()));
        return new Responder(
                new PersistedQueries(persisted, new TrustedDocuments(persisted)),
                new CachedAnswers(() -> revision, new EntityTags("test"), new AnswerCache(config)),
                new Operations(documents, execution, errors, config),
                permits,
                new AnswerWriter(),
                new MemoryBudgets(TestSettings.of(MemoryConfig.class, Map.of("peel.endpoint.max-answer", "20000"))));
    }

    @Test
    void answersTheSameRequestFromMemory() {
        Answer first = answer(QUERY, POST);
        assertEquals(200, first.status());
        assertEquals(Outcome.EXECUTED, first.outcome());
        assertEquals(KENT, body(first));
        Answer second = answer(QUERY, POST);
        assertEquals(Outcome.KEPT, second.outcome());
        assertEquals("Kent", second.cachedOperation());
        assertEquals(KENT, body(second));
        assertEquals(first.representation().tag(), second.representation().tag());
        assertEquals(1, execution.executions);
    }

    @Test
    void answersAConditionalGetWith304IfTheAnswerIsUnchanged() {
        String tag = answer(QUERY, GET).representation().tag();
        Answer unchanged = answer(QUERY, ifNoneMatch("\"other\", W/\"" + tag + "\""));
        assertEquals(304, unchanged.status());
        assertEquals(Outcome.UNCHANGED, unchanged.outcome());
        assertEquals("Kent", unchanged.cachedOperation());
        assertEquals(tag, unchanged.representation().tag());
        assertNull(unchanged.representation().body());
        Answer compressed = answer(QUERY, ifNoneMatch("\"" + tag + "-gzip\""));
        assertEquals(304, compressed.status());
        assertEquals(tag + "-gzip", compressed.representation().tag());
        assertEquals(200, answer(QUERY, ifNoneMatch("\"other\"")).status());
        revision = SECOND;
        execution.revision = SECOND;
        assertEquals(200, answer(QUERY, ifNoneMatch("\"" + tag + "\"")).status());
    }

    @Test
    void doesNotUseAnAnswerOfAnotherRevision() {
        Answer old = answer(QUERY, POST);
        revision = SECOND;
        execution.revision = SECOND;
        execution.result = () -> FakeExecution.data("Kent Constabulary");
        Answer current = answer(QUERY, POST);
        assertEquals(Outcome.EXECUTED, current.outcome());
        assertTrue(body(current).contains("Kent Constabulary"), body(current));
        assertNotEquals(old.representation().tag(), current.representation().tag());
        assertEquals(Outcome.KEPT, answer(QUERY, POST).outcome());
    }

    @Test
    void keepsAnAnswerForTheRevisionThatItWasReadFrom() {
        execution.revision = SECOND;
        assertEquals(Outcome.EXECUTED, answer(QUERY, POST).outcome());
        assertEquals(Outcome.EXECUTED, answer(QUERY, POST).outcome());
        assertEquals(2, execution.executions);
    }

    @Test
    void executesEveryRequestWhileTheRevisionIsUnknown() {
        String tag = answer(QUERY, GET).representation().tag();
        revision = null;
        assertEquals(Outcome.EXECUTED, answer(QUERY, POST).outcome());
        assertEquals(
                Outcome.EXECUTED, answer(QUERY, ifNoneMatch("\"" + tag + "\"")).outcome());
        assertEquals(3, execution.executions);
    }

    @Test
    void compressesALargeAnswerOnce() throws IOException {
        String name = "Kent Police ".repeat(500);
        execution.result = () -> FakeExecution.data(name);
        Answer compressed = answer(QUERY, GZIP);
        assertTrue(compressed.representation().gzip());
        String inflated = new String(
                new GZIPInputStream(new ByteArrayInputStream(
                                compressed.representation().body()))
                        .readAllBytes(),
                UTF_8);
        assertEquals("{\"data\":{\"force\":{\"name\":\"" + name + "\"}}}", inflated);
        Answer plain = answer(QUERY, POST);
        assertEquals(Outcome.KEPT, plain.outcome());
        assertEquals(inflated, body(plain));
        assertEquals(
                plain.representation().tag() + "-gzip",
                compressed.representation().tag());
        Answer again = answer(QUERY, GZIP);
        assertEquals(Outcome.KEPT, again.outcome());
        assertArrayEquals(
                compressed.representation().body(), again.representation().body());
    }

    @Test
    void refusesMoreRequestsThanMayBeExecutedAtTheSameTime() {
        String kept = "{ force(name: \"gmp\") { name } }";
        answer(kept, POST);
        Responder.Decision running = decision(POST);
        assertNull(running.answerAtOnce(request(QUERY), NOT_CALLED));
        Answer refused = decision(POST).answerAtOnce(request("{ __typename }"), NOT_CALLED);
        assertFailure(refused, 503, ErrorCode.TOO_MANY_REQUESTS);
        assertEquals(1, refused.retryAfterSeconds());
        assertTrue(body(refused).contains("the limit is 1"), body(refused));
        assertEquals(
                Outcome.KEPT,
                decision(POST).answerAtOnce(request(kept), NOT_CALLED).outcome());
        running.execute();
        running.end();
        assertEquals(
                Outcome.EXECUTED,
                answer("query Other { force(name: \"kent\") { name } }", POST).outcome());
    }

    @Test
    void executesIdenticalRequestsAtTheSameTimeOnce() {
        Responder.Decision first = decision(POST);
        assertNull(first.answerAtOnce(request(QUERY), NOT_CALLED));
        List<Answer> shared = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Responder.Decision next = decision(i % 2 == 0 ? POST : GET);
            assertNull(next.answerAtOnce(request(QUERY), () -> shared.add(next.answerAfterWait(NOT_CALLED))));
            assertTrue(next.waits());
        }
        assertEquals(List.of(), shared);
        Answer executed = first.execute();
        first.end();
        assertEquals(200, shared.size());
        for (Answer answer : shared) {
            assertEquals(Outcome.KEPT, answer.outcome());
            assertEquals(KENT, body(answer));
            assertEquals(
                    executed.representation().tag(), answer.representation().tag());
        }
        assertEquals(1, execution.executions);
        assertEquals(0, permits.inUse());
    }

    @Test
    void sharesAFailureButNotATimeout() {
        execution.result = () -> {
            throw new DatabaseUnavailableException(new SQLException("secret"));
        };
        assertFailure(answerOfWaiting(), 503, ErrorCode.SERVICE_UNAVAILABLE);
        assertEquals(1, execution.executions);
        execution.result = () -> {
            execution.result = () -> FakeExecution.data("Kent Police");
            throw new DeadlinePassedException();
        };
        // The one that waited has time left, and executes the request itself.
        assertEquals(Outcome.EXECUTED, answerOfWaiting().outcome());
        assertEquals(3, execution.executions);
        assertEquals(0, permits.inUse());
    }

    @Test
    void doesNotShareTheRefusalOfAMutationByGet() {
        assertFailure(answerOfWaiting(request("mutation { x }"), GET, POST), 400, ErrorCode.GRAPHQL_VALIDATION_FAILED);
    }

    private Answer answerOfWaiting() {
        return answerOfWaiting(request(QUERY), POST, POST);
    }

    /** The answer of a request that waits for an identical one. */
    private Answer answerOfWaiting(ReceivedRequest request, AnswerTerms executed, AnswerTerms waiting) {
        Responder.Decision first = decision(executed);
        assertNull(first.answerAtOnce(request, NOT_CALLED));
        Responder.Decision second = decision(waiting);
        AtomicBoolean called = new AtomicBoolean();
        assertNull(second.answerAtOnce(request, () -> called.set(true)));
        first.execute();
        first.end();
        assertTrue(called.get());
        Answer shared = second.answerAfterWait(NOT_CALLED);
        if (shared != null) {
            return shared;
        }
        assertFalse(second.waits());
        Answer own = second.execute();
        second.end();
        return own;
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new DatabaseUnavailableException(new SQLException("secret")), 503, "SERVICE_UNAVAILABLE", 1),
                Arguments.of(statement("08006"), 503, "SERVICE_UNAVAILABLE", 1),
                Arguments.of(statement("57014"), 504, "TIMEOUT", 0),
                Arguments.of(statement("42P01"), 500, "INTERNAL", 0),
                Arguments.of(new IllegalStateException("secret"), 500, "INTERNAL", 0));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void answersAFailedExecutionWithItsCodeAndKeepsNothing(
            RuntimeException failure, int status, String code, int retryAfterSeconds) {
        execution.result = () -> {
            throw failure;
        };
        Answer answer = answer(QUERY, POST);
        assertFailure(answer, status, code);
        assertEquals(retryAfterSeconds, answer.retryAfterSeconds());
        assertFalse(body(answer).contains("secret"), body(answer));
        execution.result = () -> FakeExecution.data("Kent Police");
        assertEquals(Outcome.EXECUTED, answer(QUERY, POST).outcome());
    }

    @Test
    void answersAnErrorOfTheWorkerThread() {
        assertFailure(decision(POST).failure(new StackOverflowError()), 500, ErrorCode.INTERNAL);
    }

    @Test
    void returnsDataBesideTheErrorsOfFieldsAndKeepsNothing() {
        execution.result = () -> FakeExecution.data("Kent Police", GraphQLErrors.of(ErrorCode.BAD_USER_INPUT, "wrong"));
        Answer answer = answer(QUERY, POST);
        assertFailure(answer, 200, ErrorCode.BAD_USER_INPUT);
        assertTrue(body(answer).contains("\"data\":{\"force\":{\"name\":\"Kent Police\"}}"), body(answer));
        assertEquals(Outcome.FAILED, answer(QUERY, POST).outcome());
        assertEquals(2, execution.executions);
    }

    @Test
    void failsAsAWholeIfTheDatabaseFailsForOneField() {
        execution.result =
                () -> FakeExecution.data("Kent Police", GraphQLErrors.of(ErrorCode.SERVICE_UNAVAILABLE, "unavailable"));
        assertFailure(answer(QUERY, POST), 503, ErrorCode.SERVICE_UNAVAILABLE);
        execution.result = () -> FakeExecution.data("Kent Police", GraphQLErrors.of(ErrorCode.TIMEOUT, "late"));
        assertFailure(answer(QUERY, POST), 504, ErrorCode.TIMEOUT);
    }

    @Test
    void refusesAnInvalidDocumentWithTheStatusOfTheMediaType() {
        for (String query : List.of("{ nope }", "{ force(", "query A { __typename } query B { __typename }")) {
            Answer answer = answer(query, POST);
            assertEquals(400, answer.status());
            assertFalse(body(answer).contains("\"data\""), body(answer));
            assertEquals(200, answer(query, OLD_CLIENT).status());
        }
        assertEquals(0, execution.executions);
    }

    @Test
    void refusesAnOperationThatCostsTooMuch() {
        // Each name costs more than 20 bytes.
        ReceivedRequest request = new ReceivedRequest(
                "query ($ids: [ID!]) { forces(ids: $ids) { name } }",
                null,
                null,
                Map.of("ids", Collections.nCopies(400_000, "kent")),
                Map.of());
        assertFailure(decisionOn(request, POST), 400, ErrorCode.QUERY_TOO_COMPLEX);
        assertEquals(0, execution.executions);
    }

    @Test
    void refusesAnAnswerThatIsTooLargeAndKeepsNothing() {
        execution.result = () -> FakeExecution.data("x".repeat(20_000));
        Answer answer = answer(QUERY, POST);
        assertFailure(answer, 400, ErrorCode.ANSWER_TOO_LARGE);
        assertTrue(body(answer).contains("more than 20000 bytes"), body(answer));
        assertFailure(answer(QUERY, POST), 400, ErrorCode.ANSWER_TOO_LARGE);
        assertEquals(2, execution.executions);
        execution.result = () -> FakeExecution.data("x".repeat(15_000));
        assertEquals(Outcome.EXECUTED, answer(QUERY, POST).outcome());
    }

    @Test
    void refusesAMutationByGet() {
        assertFailure(answer("mutation { x }", GET), 405, ErrorCode.METHOD_NOT_ALLOWED);
        assertFailure(answer("mutation { x }", POST), 400, ErrorCode.GRAPHQL_VALIDATION_FAILED);
    }

    @Test
    void refusesARequestWithoutADocument() {
        assertFailure(answer(null, POST), 400, ErrorCode.BAD_REQUEST);
        assertFailure(answer(" ", OLD_CLIENT), 400, ErrorCode.BAD_REQUEST);
    }

    @Test
    void namesTheLimitIfTheExecutionTakesTooLong() {
        Answer answer = decision(POST).timeout();
        assertFailure(answer, 504, ErrorCode.TIMEOUT);
        assertTrue(body(answer).contains("1500 ms"), body(answer));
    }

    private static FailedStatementException statement(String state) {
        return new FailedStatementException(new SQLException("secret", state));
    }

    private static AnswerTerms ifNoneMatch(String tags) {
        return new AnswerTerms(true, MediaType.GRAPHQL_RESPONSE, false, tags);
    }

    private static ReceivedRequest request(String query) {
        return new ReceivedRequest(query, null, null, Map.of(), Map.of());
    }

    private Responder.Decision decision(AnswerTerms terms) {
        return responder.new Decision(terms, telemetry.new Request());
    }

    /** The answer as the HTTP layer obtains it. */
    private Answer answer(String query, AnswerTerms terms) {
        return decisionOn(request(query), terms);
    }

    private Answer decisionOn(ReceivedRequest request, AnswerTerms terms) {
        Responder.Decision decision = decision(terms);
        Answer atOnce = decision.answerAtOnce(request, NOT_CALLED);
        if (atOnce != null) {
            return atOnce;
        }
        Answer executed = decision.execute();
        decision.end();
        return executed;
    }

    private static void assertFailure(Answer answer, int status, String code) {
        assertEquals(status, answer.status());
        assertEquals(List.of(code), answer.codes());
        assertTrue(body(answer).contains("\"code\":\"" + code + "\""), body(answer));
        assertEquals(Outcome.FAILED, answer.outcome());
        assertNull(answer.representation().tag());
    }

    private static String body(Answer answer) {
        return new String(answer.representation().body(), UTF_8);
    }
}
