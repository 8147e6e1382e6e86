package peel.endpoint.telemetry;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import peel.connection.KeptExchanges;
import peel.endpoint.persisted.PersistedQueries;
import peel.execution.AnswerCache;
import peel.execution.ExecutionPermits;
import peel.execution.Operations;
import peel.execution.RevisionWatch;
import peel.execution.document.Documents;

/** Metrics of the dataset, of concurrent executions and of the caches. */
@Singleton
class ServiceGauges {

    private final MeterRegistry registry;

    ServiceGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    void showDataset(@Observes StartupEvent start, RevisionWatch revision) {
        Gauge.builder("peel.dataset.revision", revision, RevisionWatch::revisionOrNaN)
                .description("Revision of the dataset, NaN while it is unknown")
                .register(registry);
        Gauge.builder("peel.dataset.age", revision, RevisionWatch::ageInSeconds)
                .description("Time since the last import of the dataset, NaN while it is unknown")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("peel.database.standby.lag", revision, RevisionWatch::standbyLagInSeconds)
                .description("Age of the last transaction that the standby has replayed, NaN on a primary")
                .baseUnit("seconds")
                .register(registry);
    }

    void showExecutions(@Observes StartupEvent start, ExecutionPermits permits, Operations operations) {
        Gauge.builder("peel.graphql.executing", permits, ExecutionPermits::inUse)
                .description("Requests being executed")
                .register(registry);
        Gauge.builder("peel.graphql.executing.limit", permits, ExecutionPermits::limit)
                .description("Maximum number of requests executed at the same time; further ones get status 503")
                .register(registry);
        FunctionCounter.builder("peel.database.statements", operations, Operations::statements)
                .description("SQL statements executed to answer requests")
                .register(registry);
    }

    void showCaches(
            @Observes StartupEvent start,
            AnswerCache answers,
            KeptExchanges exchanges,
            Documents documents,
            PersistedQueries persisted) {
        show(answers.cache(), "answers");
        Cache<?, ?> kept = exchanges.cache();
        if (kept != null) {
            show(kept, "exchanges");
        }
        show(documents.cache(), "documents");
        show(persisted.cache(), "persisted-queries");
    }

    private void show(Cache<?, ?> cache, String name) {
        CaffeineCacheMetrics.monitor(registry, cache, name);
        cache.policy()
                .eviction()
                .ifPresent(eviction -> Gauge.builder(
                                "peel.cache.weight",
                                () -> eviction.weightedSize().orElse(0))
                        .description("Estimated size of the entries of a cache")
                        .baseUnit("bytes")
                        .tag("cache", name)
                        .register(registry));
    }
}
