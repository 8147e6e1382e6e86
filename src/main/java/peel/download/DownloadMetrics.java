package peel.download;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Counts downloads by address and outcome, of which there are few. */
@Singleton
class DownloadMetrics {

    private final MeterRegistry registry;

    DownloadMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows the metrics before the first download. */
    void register(List<Download> downloads, IntSupplier running) {
        Gauge.builder("peel.downloads.running", () -> running.getAsInt())
                .description("Downloads that are running")
                .register(registry);
        downloads.forEach(download -> timer(download, Outcome.COMPLETE));
    }

    void record(Download download, Outcome outcome, long begun) {
        timer(download, outcome).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Download download, Outcome outcome) {
        return Timer.builder("peel.downloads")
                .description("Downloads by address and outcome, until the client has read the last part")
                .tag("path", download.path())
                .tag("outcome", outcome.tag())
                .register(registry);
    }
}
