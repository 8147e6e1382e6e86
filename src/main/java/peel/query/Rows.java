package peel.query;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.SessionCheckMode;

/** Reads many rows at once: what a batch of one field of many parents needs. */
public final class Rows {

    private Rows() {}

    /**
     * Rows by primary key, in the order of the keys, null where there is none. Rows that this
     * request read before are taken from the session; one statement reads the rest, whatever their
     * number.
     */
    public static <T, K> List<T> byKeys(Class<T> entity, List<K> keys) {
        List<K> distinct = keys.stream().filter(Objects::nonNull).distinct().toList();
        Map<K, T> byKey = new HashMap<>();
        if (!distinct.isEmpty()) {
            List<T> found =
                    Panache.getSession().findMultiple(entity, distinct, SessionCheckMode.ENABLED);
            for (int i = 0; i < distinct.size(); i++) {
                byKey.put(distinct.get(i), found.get(i));
            }
        }
        List<T> rows = new ArrayList<>(keys.size());
        keys.forEach(key -> rows.add(byKey.get(key)));
        return rows;
    }

    /**
     * The rows of a statement whose one parameter {@code :keys} is an array of keys; none without
     * keys.
     *
     * @param sql a select of the entity's columns with {@code = any(:keys)}
     */
    public static <T> List<T> ofAny(Class<T> entity, String sql, List<?> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return Panache.getSession()
                .createNativeQuery(sql, entity)
                .setParameter("keys", Arrays.of(keys))
                .getResultList();
    }

    /**
     * Deals rows out to their parents.
     *
     * @param parents the parents' keys, in order
     * @param rows the rows of all of them, in the order wanted
     * @param parentOf a row's parent
     * @return for each parent its rows, empty where it has none
     */
    public static <T, K> List<List<T>> grouped(
            List<K> parents, List<T> rows, Function<T, K> parentOf) {
        Map<K, List<T>> byParent = new HashMap<>();
        for (T row : rows) {
            byParent.computeIfAbsent(parentOf.apply(row), k -> new ArrayList<>()).add(row);
        }
        return parents.stream().map(parent -> byParent.getOrDefault(parent, List.of())).toList();
    }
}
