package peel.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a small table, such as forces, cycles, questions or metrics, cached per revision of the dataset.
 *
 * @param <K> the type of the primary key
 * @param <T> what a row becomes
 */
public final class CachedRows<K, T> {

    private final CachedValue<Table<K, T>> table;

    /**
     * Declares the rows; they are read on first use.
     *
     * @param tail the rest of the select after its columns: {@code from force f order by f.name}
     */
    public CachedRows(RowType<T> type, String tail, Function<T, K> keyOf) {
        table = new CachedValue<>(() -> {
            List<T> rows = List.copyOf(Rows.of(type, tail, Map.of()));
            Map<K, T> byKey = new HashMap<>();
            rows.forEach(row -> byKey.put(keyOf.apply(row), row));
            return new Table<>(rows, byKey);
        });
    }

    /** All rows, in the order of the select. */
    public List<T> all() {
        return table.get().rows;
    }

    /** The row with this key; null if there is none. */
    public @Nullable T byKey(K key) {
        return table.get().byKey.get(key);
    }

    /** A row for each key, in the order of the keys; null where there is none. */
    public List<@Nullable T> byKeys(List<? extends @Nullable K> keys) {
        return Rows.inOrder(keys, table.get().byKey);
    }

    /**
     * A row for each value of a column or of something computed, in the order of the values; null where there is none.
     *
     * @param of the row's value, which no other row has
     */
    public <V> List<@Nullable T> byValues(Function<T, V> of, List<V> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        Map<V, T> byValue = new HashMap<>();
        all().forEach(row -> byValue.put(of.apply(row), row));
        return Rows.inOrder(values, byValue);
    }

    private record Table<K, T>(List<T> rows, Map<K, T> byKey) {}
}
