package peel.query;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Rows of one entity that satisfy some conditions, read in the order of a key. The conditions are
 * SQL: a list is always one array parameter ({@code = any(:p)}), so that the statement's text, and
 * with it its plan, doesn't depend on how many values were given.
 *
 * @param <T> the entity
 */
public final class Selection<T> {

    private final Class<T> entity;
    private final String from;
    private final String alias;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private Selection(Class<T> entity, String from, String alias) {
        this.entity = entity;
        this.from = from;
        this.alias = alias;
    }

    /**
     * All rows of an entity.
     *
     * @param from the table and its alias, {@code judgment j} for instance, perhaps joined with
     *     others before it; or a select in brackets and its alias
     */
    public static <T> Selection<T> of(Class<T> entity, String from) {
        return new Selection<>(entity, from, from.substring(from.lastIndexOf(' ') + 1));
    }

    /** Adds a condition without parameters. */
    public Selection<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition with one parameter, named in it as {@code :name}. */
    public Selection<T> where(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
        return this;
    }

    /** Gives a parameter, named {@code :name}, that the rows' origin itself has. */
    public Selection<T> with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Adds {@code column = any(values)}, or nothing if there are no values to compare with. */
    public Selection<T> whereAny(String column, Collection<?> values) {
        return values == null || values.isEmpty() ? this : where(any(column, values));
    }

    /**
     * The condition {@code column = any(values)}, to be part of a larger one; true if there are no
     * values.
     */
    public String any(String column, Collection<?> values) {
        if (values == null || values.isEmpty()) {
            return "true";
        }
        String name = "p" + parameters.size();
        parameters.put(name, Arrays.of(values));
        return column + " = any(:" + name + ")";
    }

    /**
     * Reads some rows.
     *
     * @param order the key that decides the order
     * @param forwards false reads from the list's end
     * @param beyond the values of the key after which to start (exclusive), or null to start at the
     *     end of the order
     * @param limit at most so many rows
     */
    public List<T> list(OrderKey<T> order, boolean forwards, List<Object> beyond, int limit) {
        boolean ascending = forwards != order.descending();
        List<String> all = new ArrayList<>(conditions);
        Map<String, Object> values = new HashMap<>(parameters);
        if (beyond != null) {
            // A row comparison, so that PostgreSQL walks an index from there.
            String names = ":k0";
            values.put("k0", beyond.get(0));
            for (int i = 1; i < beyond.size(); i++) {
                names += ", :k" + i;
                values.put("k" + i, beyond.get(i));
            }
            all.add(
                    "("
                            + String.join(", ", order.columns())
                            + ")"
                            + (ascending ? " > (" : " < (")
                            + names
                            + ")");
        }
        String direction = ascending ? "" : " desc";
        String sql =
                "select "
                        + alias
                        + ".* from "
                        + from
                        + whereClause(all)
                        + " order by "
                        + order.columns().stream()
                                .map(c -> c + direction)
                                .collect(Collectors.joining(", "))
                        + " limit :limit";
        values.put("limit", limit);
        return run(session().createNativeQuery(sql, entity), values).getResultList();
    }

    /**
     * Reads all rows. Only for selections that are bounded by what they are about, a cycle or some
     * forces.
     */
    public List<T> all(OrderKey<T> order) {
        return list(order, true, null, Integer.MAX_VALUE);
    }

    /** Counts all rows that satisfy the conditions. */
    public long count() {
        String sql = "select count(*) from " + from + whereClause(conditions);
        return run(session().createNativeQuery(sql, Long.class), parameters).getSingleResult();
    }

    private static String whereClause(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static Session session() {
        return Panache.getSession();
    }

    private static <R> NativeQuery<R> run(NativeQuery<R> query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }
}
