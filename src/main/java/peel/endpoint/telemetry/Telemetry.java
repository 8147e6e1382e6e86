package peel.endpoint.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import peel.endpoint.persisted.DocumentHash;
import peel.execution.BoundOperation;
import peel.execution.GraphQLRequest;

/** Reports requests: metrics of all, a log line if a request was slow or at level debug, a span if traces are on. */
@Singleton
public class Telemetry {

    private static final Logger LOG = Logger.getLogger("peel.request");

    private static final long NANOS_PER_MILLI = 1_000_000;

    private static final int MOST_VARIABLES = 20;

    /** Names come from clients; others are not logged, so that they cannot forge lines of the log. */
    private static final String NAME = "[_A-Za-z][_0-9A-Za-z]{0,99}";

    private final OperationMetrics metrics;
    private final Tracer tracer;
    private final boolean traces;
    private final long slowNanos;

    public Telemetry(
            OperationMetrics metrics,
            TelemetryConfig config,
            Tracer tracer,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean withoutTraces) {
        this.metrics = metrics;
        this.tracer = tracer;
        this.traces = !withoutTraces;
        this.slowNanos = config.slowOperation().toNanos();
    }

    /** Collects what is reported of one request. */
    public final class Request {

        private long begun = System.nanoTime();
        private @Nullable GraphQLRequest request;
        private @Nullable OperationMeters operation;
        private @Nullable String name;
        private long cost = -1;
        private boolean subscription;
        private Span span = Span.getInvalid();

        /** The request is complete. The time before, which the client took, is not reported. */
        public void arrived() {
            begun = System.nanoTime();
            if (traces) {
                span = tracer.spanBuilder("GraphQL").startSpan();
            }
        }

        /** The request is well-formed, and its document was found. */
        public void resolved(GraphQLRequest found) {
            request = found;
        }

        /** The request's operation is valid. */
        public void bound(BoundOperation found) {
            name = found.name();
            cost = found.cost();
            subscription = found.subscription();
            operation = metrics.of(found.name());
        }

        /** Does work whose SQL statements are to be part of the request's trace. */
        public <T> T within(Supplier<T> work) {
            return traces ? Context.current().with(span).wrapSupplier(work).get() : work.get();
        }

        /**
         * The request was answered.
         *
         * @param cachedOperation the name of a cached answer's operation, empty if it has none; null for other answers
         * @param codes the codes of the answer's errors
         */
        public void answered(int status, Outcome outcome, @Nullable String cachedOperation, List<String> codes) {
            long nanos = System.nanoTime() - begun;
            OperationMeters meters = meters(cachedOperation);
            meters.record(outcome, nanos);
            codes.forEach(metrics::countError);
            // A request that never arrived completely says nothing about the service.
            if (nanos >= slowNanos && request != null) {
                LOG.warnf("Slow: %s variables=%s", line(shownName(meters), status, outcome, nanos), variables());
            } else if (LOG.isDebugEnabled()) {
                LOG.debug(line(shownName(meters), status, outcome, nanos));
            }
            if (span.isRecording()) {
                endSpan(shownName(meters), outcome, codes);
            }
        }

        /**
         * Returns what counts this answer again when the same request is answered with it again, given the nanoseconds
         * that it took; null if each request is to be reported on its own, or if the answer was not from memory.
         */
        public @Nullable LongConsumer repeated(Outcome outcome, @Nullable String cachedOperation) {
            if (traces || LOG.isDebugEnabled() || (outcome != Outcome.KEPT && outcome != Outcome.UNCHANGED)) {
                return null;
            }
            OperationMeters meters = meters(cachedOperation);
            return nanos -> meters.record(outcome, nanos);
        }

        private OperationMeters meters(@Nullable String cachedOperation) {
            if (cachedOperation != null) {
                return metrics.of(cachedOperation);
            }
            if (operation != null) {
                return operation;
            }
            return metrics.ofUnchecked(request == null ? null : request.operationName());
        }

        private String line(String shownName, int status, Outcome outcome, long nanos) {
            return "operation=%s hash=%s status=%d ms=%d cost=%s outcome=%s"
                    .formatted(
                            shownName,
                            hash(),
                            status,
                            nanos / NANOS_PER_MILLI,
                            cost < 0 ? "-" : Long.toString(cost),
                            outcome);
        }

        private String shownName(OperationMeters meters) {
            return name != null && name.matches(NAME) ? name : meters.operation();
        }

        private String hash() {
            return request == null ? "-" : DocumentHash.of(request.query());
        }

        /** The names of the variables; their values are never logged. */
        private String variables() {
            return request == null
                    ? ""
                    : request.variables().keySet().stream()
                            .filter(variable -> variable.matches(NAME))
                            .limit(MOST_VARIABLES)
                            .collect(Collectors.joining(","));
        }

        private void endSpan(String shownName, Outcome outcome, List<String> codes) {
            // The schema has no mutations.
            String type = subscription ? "subscription" : "query";
            span.updateName(type + " " + shownName)
                    .setAttribute("graphql.operation.type", type)
                    .setAttribute("graphql.operation.name", shownName)
                    .setAttribute("graphql.document.hash", hash())
                    .setAttribute("peel.outcome", outcome.toString());
            if (!codes.isEmpty()) {
                span.setStatus(StatusCode.ERROR, String.join(",", codes));
            }
            span.end();
        }
    }
}
