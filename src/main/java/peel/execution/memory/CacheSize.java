package peel.execution.memory;

import io.quarkus.runtime.configuration.MemorySize;
import java.util.Optional;

/** The memory for a cache, which a small heap has less of. */
public final class CacheSize {

    private static final long USUAL = 16 * 1_024 * 1_024;
    private static final int HEAP_SHARE = 64;

    private CacheSize() {}

    /** In bytes: as configured, or 16 MiB, or a 64th of the maximum heap if that is less. */
    public static long of(Optional<MemorySize> configured) {
        return configured
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Math.min(USUAL, Runtime.getRuntime().maxMemory() / HEAP_SHARE));
    }
}
