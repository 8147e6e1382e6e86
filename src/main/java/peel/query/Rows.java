package peel.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rows of many parents at once, as a batch of one GraphQL field needs them. */
public final class Rows {

    private Rows() {}

    /** A row for each primary key, in the order of the keys; null where there is none. Executes one statement. */
    public static <T, K> List<@Nullable T> byKeys(
            RowType<T> type, Function<T, K> keyOf, List<? extends @Nullable K> keys) {
        List<? extends K> distinct =
                keys.stream().filter(Objects::nonNull).distinct().toList();
        Map<K, T> byKey = new HashMap<>();
        ofAny(type, "from " + type.from() + " where " + type.key() + " = any(:keys)", distinct)
                .forEach(row -> byKey.put(keyOf.apply(row), row));
        return inOrder(keys, byKey);
    }

    /** A row for each key, in the order of the keys; null where there is none. */
    static <K, T> List<@Nullable T> inOrder(List<? extends @Nullable K> keys, Map<K, T> byKey) {
        List<@Nullable T> rows = new ArrayList<>(keys.size());
        keys.forEach(key -> rows.add(byKey.get(key)));
        return rows;
    }

    /**
     * The rows of a statement whose only parameter {@code :keys} is an array. Without keys no statement is executed.
     *
     * @param tail the rest of the select after its columns, with {@code = any(:keys)}
     */
    public static <T> List<T> ofAny(RowType<T> type, String tail, List<?> keys) {
        return keys.isEmpty() ? List.of() : of(type, tail, Map.of("keys", SqlArrays.of(keys)));
    }

    /**
     * The rows of a statement.
     *
     * @param tail the rest of the select after its columns
     * @param parameters by name
     */
    public static <T> List<T> of(RowType<T> type, String tail, Map<String, @Nullable Object> parameters) {
        return ReadContext.rows(type, tail, parameters);
    }

    /**
     * Groups rows by parent.
     *
     * @param parents the parents' keys
     * @param rows the rows of all parents
     * @param parentOf returns the key of a row's parent
     * @return a list for each parent, in the order of the parents; rows keep their order
     */
    public static <T, K extends @Nullable Object> List<List<T>> grouped(
            List<? extends K> parents, List<T> rows, Function<T, K> parentOf) {
        Map<K, List<T>> byParent = new HashMap<>();
        for (T row : rows) {
            byParent.computeIfAbsent(parentOf.apply(row), k -> new ArrayList<>())
                    .add(row);
        }
        return inOrderOf(parents, byParent);
    }

    /**
     * Groups by parent the rows that links lead to.
     *
     * @param parents the parents' keys
     * @param links the links of all parents
     * @param parentOf returns the key of a link's parent
     * @param rows a row for each link, which exists since the link refers to it
     * @return a list for each parent, in the order of the parents; rows are in the order of their links
     */
    public static <L, T, K> List<List<T>> linked(
            List<? extends K> parents, List<L> links, Function<L, K> parentOf, List<? extends @Nullable T> rows) {
        Map<K, List<T>> byParent = new HashMap<>();
        for (int i = 0; i < links.size(); i++) {
            byParent.computeIfAbsent(parentOf.apply(links.get(i)), k -> new ArrayList<>())
                    .add(Objects.requireNonNull(rows.get(i)));
        }
        return inOrderOf(parents, byParent);
    }

    private static <T, K extends @Nullable Object> List<List<T>> inOrderOf(
            List<? extends K> parents, Map<K, List<T>> byParent) {
        return parents.stream()
                .map(parent -> byParent.getOrDefault(parent, List.of()))
                .toList();
    }
}
