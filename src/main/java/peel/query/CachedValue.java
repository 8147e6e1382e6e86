package peel.query;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that only an import changes and that many requests need: loaded once per revision of the dataset. Where the
 * revision is unknown, the value is loaded on every call.
 *
 * @param <V> the value's type; immutable, since all requests share the value
 */
public final class CachedValue<V> {

    private final Supplier<V> loader;
    private volatile @Nullable Version<V> cached;

    public CachedValue(Supplier<V> loader) {
        this.loader = loader;
    }

    /** The value in the revision that the current thread reads. */
    public V get() {
        int revision = ReadContext.revision();
        if (revision == ReadContext.UNKNOWN) {
            return loader.get();
        }
        Version<V> version = cached;
        if (version == null || version.revision != revision) {
            version = new Version<>(revision, loader.get());
            cached = version;
        }
        return version.value;
    }

    private record Version<V>(int revision, V value) {}
}
