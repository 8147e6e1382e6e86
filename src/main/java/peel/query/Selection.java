package peel.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one type that satisfy some conditions, read in the order of a key. Conditions are SQL. Several values are one
 * array parameter ({@code = any(:p)}), so that the statement's text, and with it the plan, does not depend on their
 * number. A single value is compared with {@code =}, since an index on the column and the order then returns rows in
 * this order.
 *
 * @param <T> what a row becomes
 */
public final class Selection<T> {

    /** The largest page. A list with a larger limit is read without paging. */
    public static final int LARGEST_PAGE = 100;

    /** The largest page and the row that shows whether there is another page. */
    private static final int LARGEST_PAGE_LIMIT = LARGEST_PAGE + 1;

    /** Stands for the conditions in a select that rows come from, see {@link #whereInside}. */
    public static final String CONDITIONS = "{conditions}";

    private final RowType<T> type;
    private String from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private @Nullable Selection<?> parts;
    private String ofPart = "";
    private List<String> partOrder = List.of();
    private Selection<?> counted = this;
    private String total = "count(*)";
    private @Nullable ToLongFunction<T> totalOf;

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

    /** Sets a parameter, named {@code :name}, of the select that the rows come from. */
    public Selection<T> with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /**
     * Adds a condition that is made of those added so far: a select in it repeats them, to compute something of these
     * rows together.
     */
    public Selection<T> whereAmong(UnaryOperator<String> condition) {
        return where(condition.apply(String.join(" and ", conditions)));
    }

    /** Adds the condition that a column has one of some values. Null adds nothing; an empty list matches no row. */
    public Selection<T> whereAny(String column, @Nullable Collection<?> values) {
        return values == null ? this : where(any(column, values));
    }

    /**
     * Makes the condition that a column has one of some values, to be part of a larger condition, and adds its
     * parameter.
     *
     * @return {@code true} in SQL for null, {@code false} for an empty list
     */
    public String any(String column, @Nullable Collection<?> values) {
        if (values == null) {
            return "true";
        }
        if (values.isEmpty()) {
            return "false";
        }
        String name = "p" + parameters.size();
        Object[] all = SqlArrays.of(values);
        if (all.length == 1) {
            parameters.put(name, all[0]);
            return column + " = :" + name;
        }
        parameters.put(name, all);
        return column + " = any(:" + name + ")";
    }

    /**
     * Reads a list in parts. An index returns each part in order, and no more rows of a part are read than the list may
     * have. A list of several metrics by date needs this, for instance. Counting does not use parts, see {@link
     * #countedBy}.
     *
     * @param parts each row stands for a part; its parameters must have other names than those of this selection
     * @param ofPart the condition that joins a row of this selection with its part
     * @param order columns of the parts that equal the first columns of the order, so that parts are read one after the
     *     other until the list is full; empty if every part must be read
     */
    public Selection<T> inParts(Selection<?> parts, String ofPart, List<String> order) {
        this.parts = parts;
        this.ofPart = ofPart;
        this.partOrder = order;
        return this;
    }

    /**
     * Counts the rows by means of other rows.
     *
     * @param totals the rows that the total is computed from
     * @param total the aggregate that computes it, {@code sum(t.observations)} for instance
     */
    public Selection<T> countedBy(Selection<?> totals, String total) {
        this.counted = totals;
        this.total = total;
        return this;
    }

    /**
     * Moves the conditions added so far into the select that the rows come from, to where it says {@link #CONDITIONS}. A
     * select that computes something of all of its rows together needs them there.
     */
    public Selection<T> whereInside() {
        from = from.replace(CONDITIONS, conditions.isEmpty() ? "true" : String.join(" and ", conditions));
        conditions.clear();
        return this;
    }

    /** Lets each row say how many rows there are on all pages, so that no statement of its own counts them. */
    public Selection<T> totalIn(ToLongFunction<T> total) {
        totalOf = total;
        return this;
    }

    /**
     * Reads rows from one end of the order, or from the row after a given key.
     *
     * @param forwards whether to read in the direction of the order; otherwise rows are returned in reverse
     * @param beyond the values of the key at which to start, exclusive; null for the end of the order
     * @param until the values of the key at which to stop, exclusive; null for the other end of the order
     * @param limit the largest number of rows
     */
    public List<T> list(
            OrderKey<T> order,
            boolean forwards,
            @Nullable List<Object> beyond,
            @Nullable List<Object> until,
            int limit) {
        return list(order, forwards, beyond, until, forwards != order.descending() ? " < " : " > ", limit);
    }

    /**
     * Whether there is a row with a key, or beyond it.
     *
     * @param forwards whether beyond means further on in the order
     */
    public boolean existsFrom(OrderKey<T> order, boolean forwards, List<Object> key) {
        // Mostly the row is still there. Without it, conditions on the key's first column make the search longer.
        return !list(order, true, null, key, " = ", 1).isEmpty()
                || !list(order, forwards, key, null, "", 1).isEmpty();
    }

    private List<T> list(
            OrderKey<T> order,
            boolean forwards,
            @Nullable List<Object> beyond,
            @Nullable List<Object> other,
            String comparison,
            int limit) {
        boolean ascending = forwards != order.descending();
        List<String> columns = new ArrayList<>(partOrder);
        columns.addAll(order.columns().subList(partOrder.size(), order.columns().size()));
        String inPart = orderBy(columns.subList(partOrder.size(), columns.size()), ascending);
        List<String> all = new ArrayList<>(conditions);
        Map<String, Object> values = new HashMap<>(parameters);
        values.put("limit", limit);
        if (parts != null) {
            all.add(ofPart);
            values.putAll(parts.parameters);
        }
        if (other != null) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < other.size(); i++) {
                names.add(":u" + i);
                values.put("u" + i, other.get(i));
            }
            all.add("(" + String.join(", ", order.columns()) + ")" + comparison + "(" + String.join(", ", names) + ")");
        }
        String origin = from;
        if (beyond != null) {
            for (int i = 0; i < beyond.size(); i++) {
                values.put("k" + i, beyond.get(i));
            }
            List<String> steps = steps(columns, order.columns(), ascending ? " > " : " < ");
            if (steps.size() == 1) {
                all.add(steps.get(0));
            } else {
                origin = inSteps(all, steps, inPart, limit);
                all = List.of();
            }
        }
        if (parts != null) {
            origin = partsInOrder(parts, ascending)
                    + " cross join lateral ("
                    + limited(everything(type.alias(), origin, all) + inPart, limit)
                    + ") "
                    + type.alias();
            all = List.of();
        }
        String inOrder = orderBy(columns, ascending);
        String rows = limit > LARGEST_PAGE_LIMIT
                ? origin + whereClause(all) + inOrder + " limit :limit"
                : page(everything(type.alias(), origin, all) + inOrder);
        return Rows.of(type, "from " + rows, values);
    }

    private String limited(String rows, int limit) {
        return limit > LARGEST_PAGE_LIMIT ? rows + " limit :limit" : "select " + type.alias() + ".* from " + page(rows);
    }

    /**
     * Limits rows twice: to the largest page by a constant, then to the page asked for by a parameter. In a generic
     * plan PostgreSQL takes an unknown limit for a tenth of all rows. It would therefore find plans that know the limit
     * cheaper and plan each execution again, which takes as long as reading a page of ten million rows.
     */
    private String page(String rows) {
        return "(" + rows + " limit " + LARGEST_PAGE_LIMIT + ") " + type.alias() + " limit :limit";
    }

    private static String orderBy(List<String> columns, boolean ascending) {
        String direction = ascending ? "" : " desc";
        return " order by " + String.join(direction + ", ", columns) + direction;
    }

    private String partsInOrder(Selection<?> parts, boolean ascending) {
        String all = everything(parts.type.alias(), parts.from, parts.conditions);
        return "(" + (partOrder.isEmpty() ? all : all + orderBy(partOrder, ascending)) + ") " + parts.type.alias();
    }

    private String inSteps(List<String> conditions, List<String> steps, String inPart, int limit) {
        StringBuilder union = new StringBuilder("((");
        for (String step : steps) {
            List<String> all = new ArrayList<>(conditions);
            all.add(step);
            union.append(union.length() == 2 ? "" : ") union all (")
                    .append(limited(everything(type.alias(), from, all) + inPart, limit));
        }
        return union.append(")) ").append(type.alias()).toString();
    }

    /**
     * The conditions that together select the rows beyond a key's values. For up to two columns this is one row
     * comparison, from which PostgreSQL starts in the middle of an index. With more columns it would read and discard
     * all index entries that other conditions exclude. Each leading column is therefore compared in a step of its own,
     * with the columns before it fixed, so that other conditions narrow the index as well. Where all leading columns
     * are fixed, the comparison names them again: compared by its last two columns alone, an index of these looks
     * cheap to PostgreSQL and is read from the key's day on, with all metrics and areas of that day.
     *
     * @param columns what the steps fix: of parts, if there are any
     * @param ofRow the columns of the row itself
     */
    private static List<String> steps(List<String> columns, List<String> ofRow, String beyond) {
        List<String> steps = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String same = "";
        for (int i = 0; i < columns.size(); i++) {
            names.add(":k" + i);
            if (i < columns.size() - 2) {
                steps.add(same + columns.get(i) + beyond + ":k" + i);
                same += columns.get(i) + " = :k" + i + " and ";
            }
        }
        steps.add(0, same + "(" + String.join(", ", ofRow) + ")" + beyond + "(" + String.join(", ", names) + ")");
        return steps;
    }

    private static String everything(String alias, String from, List<String> conditions) {
        return "select " + alias + ".* from " + from + whereClause(conditions);
    }

    /** Reads all rows. Only for selections that are bounded by their subject, such as a cycle or some forces. */
    public List<T> all(OrderKey<T> order) {
        return list(order, true, null, null, Integer.MAX_VALUE);
    }

    /**
     * Reads what is computed from the rows: numbers of groups, for instance.
     *
     * @param tail the rest of the select after its columns, with {@code %s} for the rows
     * @param more further parameters, named otherwise than those of this selection
     */
    public <R> List<R> aggregate(RowType<R> result, String tail, Map<String, ?> more) {
        Map<String, @Nullable Object> values = new HashMap<>(parameters);
        values.putAll(more);
        return Rows.of(result, tail.formatted("(" + everything(type.alias(), from, conditions) + ")"), values);
    }

    /**
     * The number of rows that satisfy the conditions.
     *
     * @param page some of them, maybe none
     */
    public long count(List<T> page) {
        return totalOf == null || page.isEmpty() ? count() : totalOf.applyAsLong(page.get(0));
    }

    private long count() {
        RowType<Long> number = RowType.ofExpressions(row -> row.longValue(total));
        return Rows.of(
                        number,
                        "from " + counted.from + whereClause(counted.conditions),
                        new HashMap<>(counted.parameters))
                .get(0);
    }

    private static String whereClause(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
