package peel.page;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

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

    PageMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts a request that has lasted since a point in time of {@link System#nanoTime}. */
    void answered(String page, Outcome outcome, long since) {
        // The registry returns the same timer for the same labels.
        Timer.builder("peel.pages")
                .description("Requests for pages by page and how they were answered")
                .tag("page", page)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }
}
