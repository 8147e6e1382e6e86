package peel.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import peel.query.OrderKey;
import peel.query.Selection;

/**
 * One page of a selection with the cursors of its items. It is read by key, never by offset, so that a page takes as
 * long at the end of a list as at its start.
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
     * @throws peel.error.BadUserInputException if the cursor of the request is not one of this list in this order
     */
    public static <T> Page<T> of(Selection<T> selection, OrderKey<T> order, PageRequest request) {
        List<Object> beyond = request.cursor() == null ? null : Cursor.decode(request.cursor(), order);
        // One row more than requested shows whether there is a further page.
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

    /** The items in the order of the list, also if the page was read backwards. */
    public List<T> items() {
        return items;
    }

    public PageInfo info() {
        return info;
    }

    /** The number of items in the whole list, counted by a statement of its own. */
    public int total() {
        return Math.toIntExact(selection.count());
    }

    /** The edges of the items, made of their cursors and themselves. */
    public <E> List<E> edges(BiFunction<String, T, E> edge) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> edge.apply(cursor(i), items.get(i)))
                .toList();
    }

    private String cursor(int index) {
        return Cursor.encode(order, items.get(index));
    }
}
