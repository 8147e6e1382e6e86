package peel.page;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Counts pages and how long they took, by page and outcome: both labels have few values. */
@Singleton
class PageMeters {

    /** How a request for a page was answered. */
    enum Outcome {
        EXECUTED,
        KEPT,
        UNCHANGED,
        FAILED
    }

    private final MeterRegistry registry;
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

    private record Labels(String page, Outcome outcome) {}

    PageMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts a request that has lasted since a point in time of {@link System#nanoTime}. */
    void answered(String page, Outcome outcome, long since) {
        timer(page, outcome).record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }

    /** Counts requests, given how many nanoseconds each took. */
    LongConsumer counter(String page, Outcome outcome) {
        Timer timer = timer(page, outcome);
        return nanos -> timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String page, Outcome outcome) {
        return timers.computeIfAbsent(
                new Labels(page, outcome),
                labels -> Timer.builder("peel.pages")
                        .description("Requests for pages by page and how they were answered")
                        .tag("page", page)
                        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                        .register(registry));
    }
}
