package peel.query;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that only an import changes and that many requests need: loaded once per revision of the dataset. Where the
 * revision is unknown, the value is loaded on every call.
 *
 * @param <V> the value's type; immutable, since all requests share the value
 */
public final class CachedValue<V> {

    /** As many as the program declares. */
    private static final List<CachedValue<?>> DECLARED = new CopyOnWriteArrayList<>();

    private final Supplier<V> loader;
    private volatile @Nullable Version<V> cached;

    public CachedValue(Supplier<V> loader) {
        this.loader = loader;
        DECLARED.add(this);
    }

    /** Drops all values that were loaded, because the dataset's revision has changed. */
    public static void dropAll() {
        DECLARED.forEach(value -> value.cached = null);
    }

    /** The value in the revision that the current thread reads. */
    public V get() {
        UUID revision = ReadContext.revision();
        if (revision == null) {
            return loader.get();
        }
        Version<V> version = cached;
        if (version == null || !version.revision.equals(revision)) {
            version = new Version<>(revision, loader.get());
            cached = version;
        }
        return version.value;
    }

    private record Version<V>(UUID revision, V value) {}
}
