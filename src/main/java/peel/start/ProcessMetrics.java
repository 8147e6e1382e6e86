package peel.start;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of the process: memory, threads, processor time and files. Micrometer's Quarkus extension could bind them as
 * well, but it would ask the platform's management beans during the start, which takes an eighth of a native start.
 * Here they are bound in the background.
 */
@ApplicationScoped
class ProcessMetrics {

    private final MeterRegistry registry;
    private final ExecutorService workers;
    private @Nullable JvmGcMetrics collector;

    ProcessMetrics(MeterRegistry registry, ExecutorService workers) {
        this.registry = registry;
        this.workers = workers;
    }

    void onStart(@Observes StartupEvent start) {
        workers.execute(this::bind);
    }

    private void bind() {
        List<MeterBinder> binders = List.of(
                new ClassLoaderMetrics(),
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new UptimeMetrics(),
                new ProcessorMetrics(),
                new FileDescriptorMetrics());
        binders.forEach(binder -> binder.bindTo(registry));
        if (ImageMode.current() == ImageMode.JVM) {
            // Garbage collection notifications are not available in a native executable.
            collector = new JvmGcMetrics();
            collector.bindTo(registry);
        }
    }
}
