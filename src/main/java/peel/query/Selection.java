package peel.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows of one type that satisfy some conditions, read in the order of a key. The conditions are
 * SQL: a list is always one array parameter ({@code = any(:p)}), so that the statement's text, and
 * with it its plan, doesn't depend on how many values were given.
 *
 * @param <T> what the rows are
 */
public final class Selection<T> {

    private final RowType<T> type;
    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private Selection(RowType<T> type, String from) {
        this.type = type;
        this.from = from;
    }

    /** All rows. */
    public static <T> Selection<T> of(RowType<T> type) {
        return new Selection<>(type, type.from());
    }

    /**
     * All rows, joined with another table.
     *
     * @param other a table and its alias
     */
    public static <T> Selection<T> of(RowType<T> type, String other) {
        return new Selection<>(type, other + ", " + type.from());
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
        values.put("limit", limit);
        return Rows.of(
                type,
                "from "
                        + from
                        + whereClause(all)
                        + " order by "
                        + order.columns().stream()
                                .map(c -> c + direction)
                                .collect(Collectors.joining(", "))
                        + " limit :limit",
                values);
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
        return Rows.selected(
                        "select count(*) from " + from + whereClause(conditions),
                        parameters,
                        Row::count)
                .get(0);
    }

    private static String whereClause(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
