package peel.endpoint;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import peel.query.Reading;

/**
 * The endpoint's metrics. Clients choose the names of operations, so only so many get series of
 * their own; only operations that exist and pass validation take one of these places.
 */
@Singleton
class EndpointMetrics {

    private static final String OTHER = "other";
    private static final String ANONYMOUS = "anonymous";

    /** Longer names are made to hurt. */
    private static final int LONGEST_NAME = 100;

    private final MeterRegistry registry;
    private final int most;
    private final Map<String, OperationMeters> operations = new ConcurrentHashMap<>();
    private final Map<String, Counter> errors = new ConcurrentHashMap<>();
    private final OperationMeters other;
    private final OperationMeters anonymous;

    EndpointMetrics(
            MeterRegistry registry,
            EndpointConfig config,
            TrustedDocuments trusted,
            RevisionWatch revision,
            AnswerCache answers,
            Documents documents,
            PersistedQueries persisted) {
        this.registry = registry;
        // Whoever wrote the documents bounded their names as well.
        this.most = trusted.areRequired() ? Integer.MAX_VALUE : config.metricsOperations();
        this.other = new OperationMeters(registry, OTHER);
        this.anonymous = new OperationMeters(registry, ANONYMOUS);
        watch(answers.cache(), "answers");
        watch(documents.cache(), "documents");
        watch(persisted.cache(), "persisted-queries");
        Gauge.builder("peel.dataset.revision", revision, RevisionWatch::shownRevision)
                .description("The dataset's revision, NaN while it isn't known")
                .register(registry);
        FunctionCounter.builder("peel.database.statements", this, any -> Reading.statements())
                .description("SQL statements that answers were read by")
                .register(registry);
        Gauge.builder("peel.dataset.age", revision, RevisionWatch::ageInSeconds)
                .description("Time since the dataset was last imported, NaN while it isn't known")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Shows how many requests are being executed, and how many may be. */
    void watch(Semaphore permits, int limit) {
        Gauge.builder("peel.graphql.executing", permits, free -> limit - free.availablePermits())
                .description("Requests being executed")
                .register(registry);
        Gauge.builder("peel.graphql.executing.limit", () -> limit)
                .description("How many requests may be executed at once; more get 503")
                .register(registry);
    }

    private void watch(Cache<?, ?> cache, String name) {
        CaffeineCacheMetrics.monitor(registry, cache, name);
        cache.policy()
                .eviction()
                .ifPresent(room -> Gauge.builder(
                                "peel.cache.weight", () -> room.weightedSize().orElse(0))
                        .description("What a cache's entries are taken to weigh")
                        .baseUnit("bytes")
                        .tag("cache", name)
                        .register(registry));
    }

    /**
     * The meters of a valid operation.
     *
     * @param name its name, empty if it has none
     */
    OperationMeters of(String name) {
        if (name.isEmpty()) {
            return anonymous;
        }
        OperationMeters known = operations.get(name);
        if (known != null) {
            return known;
        }
        if (operations.size() >= most || name.length() > LONGEST_NAME) {
            return other;
        }
        return operations.computeIfAbsent(name, key -> new OperationMeters(registry, key));
    }

    /**
     * The meters of an operation that may not exist.
     *
     * @param name what the client calls it, or null
     */
    OperationMeters ofUnchecked(String name) {
        return name == null ? other : operations.getOrDefault(name, other);
    }

    /**
     * Counts an error, which covers limits and refusals.
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
