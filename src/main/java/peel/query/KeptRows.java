package peel.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All rows of a small table, kept for each revision of the dataset: forces, cycles, questions,
 * metrics.
 *
 * @param <K> the primary key
 * @param <T> what its rows are
 */
public final class KeptRows<K, T> {

    private final Kept<Table<K, T>> table;

    /**
     * Keeps a table's rows.
     *
     * @param tail what follows the columns in the select: {@code from force f order by f.name}
     */
    public KeptRows(RowType<T> type, String tail, Function<T, K> keyOf) {
        table = new Kept<>(() -> {
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

    /** The row with this key, null where there is none. */
    public T byKey(K key) {
        return table.get().byKey.get(key);
    }

    /** The rows with these keys, in the order of the keys, null where there is none. */
    public List<T> byKeys(List<K> keys) {
        return Rows.inOrder(keys, table.get().byKey);
    }

    private record Table<K, T>(List<T> rows, Map<K, T> byKey) {}
}
