package peel.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one type that satisfy some conditions, read in the order of a key. The conditions are
 * SQL: a list of several values is one array parameter ({@code = any(:p)}), so that the statement's
 * text, and with it its plan, doesn't depend on how many they are. A single one is compared with
 * {@code =}, since then an index of the column and the order gives rows in this order.
 *
 * @param <T> what the rows are
 */
public final class Selection<T> {

    /** The largest page; whatever is larger is read whole. */
    public static final int LARGEST_PAGE = 100;

    /** With the row that tells whether there is another page. */
    private static final int MOST_OF_A_PAGE = LARGEST_PAGE + 1;

    private final RowType<T> type;
    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private Selection<?> parts;
    private String ofPart;
    private List<String> partOrder = List.of();
    private Selection<?> counted = this;
    private String number = "count(*)";

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

    /**
     * Adds that a column has one of some values, or nothing if there are no values to compare with.
     */
    public Selection<T> whereAny(String column, Collection<?> values) {
        return values == null || values.isEmpty() ? this : where(any(column, values));
    }

    /**
     * The condition that a column has one of some values, to be part of a larger one; true if there
     * are no values.
     */
    public String any(String column, Collection<?> values) {
        if (values == null || values.isEmpty()) {
            return "true";
        }
        String name = "p" + parameters.size();
        Object[] all = Arrays.of(values);
        if (all.length == 1) {
            parameters.put(name, all[0]);
            return column + " = :" + name;
        }
        parameters.put(name, all);
        return column + " = any(:" + name + ")";
    }

    /**
     * Reads lists in parts, of which each comes by an index in order and is no longer than the
     * list: what an order by date of several metrics needs, for instance. Counting isn't done in
     * parts, see {@link #countedBy}.
     *
     * @param parts whose rows each stand for a part; its parameters mustn't be named as others here
     * @param ofPart the condition that a row here is of a row's part there
     * @param order columns of the parts that equal the order's first columns, so that parts are
     *     read one after the other and only as many as needed; none where each part has to be
     *     looked at
     */
    public Selection<T> inParts(Selection<?> parts, String ofPart, List<String> order) {
        this.parts = parts;
        this.ofPart = ofPart;
        this.partOrder = order;
        return this;
    }

    /**
     * Has the rows counted without reading them.
     *
     * @param totals rows that hold totals
     * @param number the aggregate that makes the number of them
     */
    public Selection<T> countedBy(Selection<?> totals, String number) {
        this.counted = totals;
        this.number = number;
        return this;
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
        List<String> columns = new ArrayList<>(partOrder);
        columns.addAll(order.columns().subList(partOrder.size(), order.columns().size()));
        String inPart = orderBy(columns.subList(partOrder.size(), columns.size()), ascending);
        List<String> all = new ArrayList<>(conditions);
        Map<String, Object> values = new HashMap<>(parameters);
        values.put("limit", limit);
        if (parts != null) {
            all.add(ofPart);
        }
        String origin = from;
        if (beyond != null) {
            for (int i = 0; i < beyond.size(); i++) {
                values.put("k" + i, beyond.get(i));
            }
            List<String> steps = steps(columns, ascending ? " > " : " < ");
            if (steps.size() == 1) {
                all.add(steps.get(0));
            } else {
                origin = inSteps(all, steps, inPart, limit);
                all = List.of();
            }
        }
        if (parts != null) {
            values.putAll(parts.parameters);
            origin = partsInOrder(ascending)
                    + " cross join lateral ("
                    + limited(everything(type.alias(), origin, all) + inPart, limit)
                    + ") "
                    + type.alias();
            all = List.of();
        }
        String inOrder = orderBy(columns, ascending);
        String rows = limit > MOST_OF_A_PAGE
                ? origin + whereClause(all) + inOrder + " limit :limit"
                : page(everything(type.alias(), origin, all) + inOrder);
        return Rows.of(type, "from " + rows, values);
    }

    private String limited(String rows, int limit) {
        return limit > MOST_OF_A_PAGE ? rows + " limit :limit" : "select " + type.alias() + ".* from " + page(rows);
    }

    /**
     * PostgreSQL plans for a tenth of all rows where it doesn't know the limit, so that it would
     * plan anew for each answer, when it does; of ten million rows that takes as long as reading a
     * page. So a page's own limit lies around the largest page's, which it always knows.
     */
    private String page(String rows) {
        return "(" + rows + " limit " + MOST_OF_A_PAGE + ") " + type.alias() + " limit :limit";
    }

    private static String orderBy(List<String> columns, boolean ascending) {
        String direction = ascending ? "" : " desc";
        return " order by " + String.join(direction + ", ", columns) + direction;
    }

    private String partsInOrder(boolean ascending) {
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
     * The conditions that together leave what lies beyond a key's values. One row comparison where
     * it can, so that PostgreSQL walks an index from there. But it walks past all that other
     * conditions exclude: with more than two columns, each step has a column to itself, so that
     * these narrow the index as well.
     */
    private static List<String> steps(List<String> columns, String beyond) {
        List<String> steps = new ArrayList<>();
        String same = "";
        int last = Math.max(0, columns.size() - 2);
        for (int i = 0; i < last; i++) {
            steps.add(same + columns.get(i) + beyond + ":k" + i);
            same += columns.get(i) + " = :k" + i + " and ";
        }
        List<String> names = new ArrayList<>();
        for (int i = last; i < columns.size(); i++) {
            names.add(":k" + i);
        }
        steps.add(
                0,
                same
                        + "("
                        + String.join(", ", columns.subList(last, columns.size()))
                        + ")"
                        + beyond
                        + "("
                        + String.join(", ", names)
                        + ")");
        return steps;
    }

    private static String everything(String alias, String from, List<String> conditions) {
        return "select " + alias + ".* from " + from + whereClause(conditions);
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
                        "select " + number + " from " + counted.from + whereClause(counted.conditions),
                        counted.parameters,
                        Row::count)
                .get(0);
    }

    private static String whereClause(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
