package peel.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import peel.query.OrderKey;
import peel.query.Selection;

/**
 * One page of a selection, read by its key (never by an offset), with the cursors of its items. The
 * total is counted only when somebody asks for it.
 *
 * @param <T> the entity
 */
public final class Page<T> {

    private final Selection<T> selection;
    private final OrderKey<T> order;
    private final List<T> items;
    private final PageInfo info;

    private Page(Selection<T> selection, OrderKey<T> order, List<T> items, boolean next, boolean previous) {
        this.selection = selection;
        this.order = order;
        this.items = items;
        this.info = new PageInfo(
                next, previous, items.isEmpty() ? null : cursor(0), items.isEmpty() ? null : cursor(items.size() - 1));
    }

    /**
     * Reads a page.
     *
     * @throws peel.error.BadUserInputException if the request's cursor isn't one of this list in this order
     */
    public static <T> Page<T> of(Selection<T> selection, OrderKey<T> order, PageRequest request) {
        List<Object> beyond = request.cursor() == null ? null : Cursor.decode(request.cursor(), order);
        // One more than asked for tells whether there is a further page.
        List<T> rows = selection.list(order, request.forwards(), beyond, request.size() + 1);
        boolean more = rows.size() > request.size();
        List<T> items = more ? rows.subList(0, request.size()) : rows;
        if (request.forwards()) {
            return new Page<>(selection, order, items, more, beyond != null);
        }
        items = new ArrayList<>(items);
        Collections.reverse(items);
        return new Page<>(selection, order, items, beyond != null, more);
    }

    /** The items in the list's order. */
    public List<T> items() {
        return items;
    }

    /** Where the page stands. */
    public PageInfo info() {
        return info;
    }

    /** How many items the whole list has. */
    public int total() {
        return Math.toIntExact(selection.count());
    }

    /** The items with their cursors. */
    public <E> List<E> edges(BiFunction<String, T, E> edge) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> edge.apply(cursor(i), items.get(i)))
                .toList();
    }

    private String cursor(int index) {
        return Cursor.encode(order, items.get(index));
    }
}
