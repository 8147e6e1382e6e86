package peel.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Reads many rows at once: what a batch of one field of many parents needs. */
public final class Rows {

    private Rows() {}

    /**
     * Rows by primary key, in the order of the keys, null where there is none: one statement,
     * whatever their number.
     */
    public static <T, K> List<T> byKeys(RowType<T> type, Function<T, K> keyOf, List<K> keys) {
        List<K> distinct = keys.stream().filter(Objects::nonNull).distinct().toList();
        Map<K, T> byKey = new HashMap<>();
        ofAny(type, "from " + type.from() + " where " + type.key() + " = any(:keys)", distinct)
                .forEach(row -> byKey.put(keyOf.apply(row), row));
        return inOrder(keys, byKey);
    }

    /** The rows with these keys, in the order of the keys, null where there is none. */
    static <K, T> List<T> inOrder(List<K> keys, Map<K, T> byKey) {
        List<T> rows = new ArrayList<>(keys.size());
        keys.forEach(key -> rows.add(byKey.get(key)));
        return rows;
    }

    /**
     * The rows of a statement whose one parameter {@code :keys} is an array of keys; none without
     * keys.
     *
     * @param tail what follows the columns in the select, with {@code = any(:keys)}
     */
    public static <T> List<T> ofAny(RowType<T> type, String tail, List<?> keys) {
        return keys.isEmpty() ? List.of() : of(type, tail, Map.of("keys", Arrays.of(keys)));
    }

    /**
     * The rows of a statement.
     *
     * @param tail what follows the columns in the select
     * @param values the values of its parameters, by name
     */
    public static <T> List<T> of(RowType<T> type, String tail, Map<String, Object> values) {
        return Reading.rows(type.select() + tail, values, type.reader());
    }

    /**
     * Whatever a statement selects.
     *
     * @param values the values of its parameters, by name
     */
    public static <V> List<V> selected(String sql, Map<String, Object> values, RowReader<V> reader) {
        return Reading.rows(sql, values, reader);
    }

    /**
     * Deals rows out to their parents.
     *
     * @param parents the parents' keys, in order
     * @param rows the rows of all of them, in the order wanted
     * @param parentOf a row's parent
     * @return for each parent its rows, empty where it has none
     */
    public static <T, K> List<List<T>> grouped(List<K> parents, List<T> rows, Function<T, K> parentOf) {
        Map<K, List<T>> byParent = new HashMap<>();
        for (T row : rows) {
            byParent.computeIfAbsent(parentOf.apply(row), k -> new ArrayList<>())
                    .add(row);
        }
        return parents.stream()
                .map(parent -> byParent.getOrDefault(parent, List.of()))
                .toList();
    }
}
