package peel.endpoint.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The timers of one operation name. */
final class OperationMeters {

    /** The upper bounds of the histogram's buckets. */
    private static final Duration[] BUCKETS = {
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
     * Creates meters without registering them: an outcome that never occurs has no series.
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

    // Threads that race here get the same timer from the registry.
    private Timer register(Outcome outcome) {
        return Timer.builder("peel.graphql.requests")
                .description("Requests by operation and how they were answered")
                .tag("operation", operation)
                .tag("outcome", outcome.toString())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
