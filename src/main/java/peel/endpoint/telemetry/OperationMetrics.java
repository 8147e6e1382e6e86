package peel.endpoint.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import peel.endpoint.persisted.TrustedDocuments;

/**
 * Counts requests by operation, and errors by code. Clients choose the names of operations, so the number of names with
 * series of their own is limited, and only operations that exist and are valid take one of these places.
 */
@Singleton
public class OperationMetrics {

    private static final String OTHER = "other";
    private static final String ANONYMOUS = "anonymous";

    /** Longer names are counted as {@link #OTHER}. */
    private static final int LONGEST_NAME = 100;

    private final MeterRegistry registry;
    private final int mostNames;
    private final Map<String, OperationMeters> operations = new ConcurrentHashMap<>();
    private final Map<String, Counter> errors = new ConcurrentHashMap<>();
    private final OperationMeters other;
    private final OperationMeters anonymous;

    public OperationMetrics(MeterRegistry registry, TelemetryConfig config, TrustedDocuments trusted) {
        this.registry = registry;
        // The author of the trusted documents bounded their names as well.
        this.mostNames = trusted.areRequired() ? Integer.MAX_VALUE : config.metricsOperations();
        this.other = new OperationMeters(registry, OTHER);
        this.anonymous = new OperationMeters(registry, ANONYMOUS);
    }

    /**
     * Returns the meters of a valid operation.
     *
     * @param name the operation's name, empty if it has none
     */
    OperationMeters of(String name) {
        if (name.isEmpty()) {
            return anonymous;
        }
        OperationMeters known = operations.get(name);
        if (known != null) {
            return known;
        }
        if (operations.size() >= mostNames || name.length() > LONGEST_NAME) {
            return other;
        }
        return operations.computeIfAbsent(name, key -> new OperationMeters(registry, key));
    }

    /**
     * Returns the meters of an operation that may not exist.
     *
     * @param name the name in the request
     */
    OperationMeters ofUnchecked(@Nullable String name) {
        return name == null ? other : operations.getOrDefault(name, other);
    }

    /**
     * Counts an error; refusals and exceeded limits are errors too.
     *
     * @param code one of {@link ErrorCode}
     */
    void countError(String code) {
        errors.computeIfAbsent(
                        code,
                        key -> Counter.builder("peel.graphql.errors")
                                .description("Errors of answers by code")
                                .tag("code", key)
                                .register(registry))
                .increment();
    }
}
