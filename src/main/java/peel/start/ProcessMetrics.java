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

/**
 * Memory, threads, processor time and files of the process, as metrics. Not by the extension, which
 * would ask the platform's management beans during the start, an eighth of it natively: nobody
 * looks at them before the first answer.
 */
@ApplicationScoped
class ProcessMetrics {

    private final MeterRegistry registry;
    private final ExecutorService workers;
    private JvmGcMetrics collector;

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
            // Notifications of the collector need what a native executable doesn't have.
            collector = new JvmGcMetrics();
            collector.bindTo(registry);
        }
    }
}
