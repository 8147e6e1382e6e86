package peel.endpoint;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The timers of one operation name. Whoever keeps an answer keeps these beside it, so that a
 * request that is answered from memory looks nothing up.
 */
final class OperationMeters {

    /** In seconds: the edges of the histogram, the same for all. */
    private static final Duration[] EDGES = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final String operation;
    private final AtomicReferenceArray<Timer> timers = new AtomicReferenceArray<>(Outcome.values().length);

    /**
     * Registers nothing yet: an outcome that never happens has no series.
     *
     * @param operation the value of the label
     */
    OperationMeters(MeterRegistry registry, String operation) {
        this.registry = registry;
        this.operation = operation;
    }

    String operation() {
        return operation;
    }

    void record(Outcome outcome, long nanos) {
        Timer timer = timers.get(outcome.ordinal());
        if (timer == null) {
            timer = register(outcome);
            timers.set(outcome.ordinal(), timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    // The registry gives the same timer to whoever asks twice.
    private Timer register(Outcome outcome) {
        return Timer.builder("peel.graphql.requests")
                .description("Requests by operation and how they were answered")
                .tag("operation", operation)
                .tag("outcome", outcome.toString())
                .serviceLevelObjectives(EDGES)
                .register(registry);
    }
}
