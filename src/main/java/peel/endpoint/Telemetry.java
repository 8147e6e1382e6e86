package peel.endpoint;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells operators of each request: metrics always, a log line at debug or if it was slow, a span if
 * traces are on.
 */
@Singleton
class Telemetry {

    private static final Logger LOG = Logger.getLogger("peel.request");

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Clients make up names as they like; a line of the log stays a line. */
    private static final int MOST_VARIABLES = 20;

    private static final String NAME = "[_A-Za-z][_0-9A-Za-z]{0,99}";

    private final EndpointMetrics metrics;
    private final Tracer tracer;
    private final boolean traces;
    private final long slowNanos;

    Telemetry(
            EndpointMetrics metrics,
            EndpointConfig config,
            Tracer tracer,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean withoutTraces) {
        this.metrics = metrics;
        this.tracer = tracer;
        this.traces = !withoutTraces;
        this.slowNanos = config.slowOperation().toNanos();
    }

    /** What is told of one request. */
    final class Request {

        private long begun = System.nanoTime();
        private GraphQLRequest request;
        private OperationMeters operation;
        private String name;
        private long cost = -1;
        private Span span = Span.getInvalid();

        /** It is here in whole: time that the client took doesn't count as ours. */
        void arrived() {
            begun = System.nanoTime();
            if (traces) {
                span = tracer.spanBuilder("GraphQL").startSpan();
            }
        }

        /** It can be read, and has a document. */
        void reads(GraphQLRequest resolved) {
            request = resolved;
        }

        /** It is answered as another one with the same operation was. */
        void isOf(OperationMeters known) {
            operation = known;
        }

        /**
         * It asks for a valid operation.
         *
         * @param validName the operation's name, empty if it has none
         * @return what answers to it are kept with
         */
        OperationMeters isOf(String validName, long expectedCost) {
            name = validName;
            cost = expectedCost;
            operation = metrics.of(validName);
            return operation;
        }

        /** Does a part of the work, whose statements are then part of the request's trace. */
        <T> T within(Supplier<T> work) {
            return traces ? Context.current().with(span).wrapSupplier(work).get() : work.get();
        }

        /**
         * It was answered.
         *
         * @param codes of its errors
         */
        void answered(int status, Outcome outcome, List<String> codes) {
            long nanos = System.nanoTime() - begun;
            if (operation == null) {
                operation = metrics.ofUnchecked(request == null ? null : request.operationName());
            }
            operation.record(outcome, nanos);
            codes.forEach(metrics::countError);
            if (nanos >= slowNanos) {
                LOG.warnf("Slow: %s variables=%s", line(status, outcome, nanos), variables());
            } else if (LOG.isDebugEnabled()) {
                LOG.debug(line(status, outcome, nanos));
            }
            if (span.isRecording()) {
                endSpan(outcome, codes);
            }
        }

        private String line(int status, Outcome outcome, long nanos) {
            return "operation=%s hash=%s status=%d ms=%d cost=%s outcome=%s"
                    .formatted(
                            shownName(),
                            hash(),
                            status,
                            nanos / NANOS_PER_MILLI,
                            cost < 0 ? "-" : Long.toString(cost),
                            outcome);
        }

        private String shownName() {
            return name != null && name.matches(NAME) ? name : operation.operation();
        }

        private String hash() {
            return request == null || request.query() == null ? "-" : PersistedQueries.sha256(request.query());
        }

        /** The names of the variables' values, never the values. */
        private String variables() {
            return request == null
                    ? ""
                    : request.variables().keySet().stream()
                            .filter(variable -> variable.matches(NAME))
                            .limit(MOST_VARIABLES)
                            .collect(Collectors.joining(","));
        }

        private void endSpan(Outcome outcome, List<String> codes) {
            // The schema has nothing else.
            span.updateName("query " + shownName())
                    .setAttribute("graphql.operation.type", "query")
                    .setAttribute("graphql.operation.name", shownName())
                    .setAttribute("graphql.document.hash", hash())
                    .setAttribute("peel.outcome", outcome.toString());
            if (!codes.isEmpty()) {
                span.setStatus(StatusCode.ERROR, String.join(",", codes));
            }
            span.end();
        }
    }
}
