package peel.query;

import java.util.function.Supplier;

/**
 * Something that only an import changes and that many requests need: read once for each revision of
 * the dataset. Where the revision isn't known it is read anew each time.
 *
 * @param <V> what is kept; nobody may change it
 */
public final class Kept<V> {

    private final Supplier<V> reading;
    private volatile Version<V> kept;

    /**
     * Keeps what it reads.
     *
     * @param reading reads it
     */
    public Kept(Supplier<V> reading) {
        this.reading = reading;
    }

    /** What it is in the revision that this thread reads. */
    public V get() {
        int revision = Reading.revision();
        if (revision == Reading.UNKNOWN) {
            return reading.get();
        }
        Version<V> known = kept;
        if (known == null || known.revision != revision) {
            known = new Version<>(revision, reading.get());
            kept = known;
        }
        return known.value;
    }

    private record Version<V>(int revision, V value) {}
}
