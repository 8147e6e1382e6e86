package peel.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    private final boolean whole;
    private final PageInfo info;

    private Page(Selection<T> selection, OrderKey<T> order, List<T> items, boolean whole, PageInfo info) {
        this.selection = selection;
        this.order = order;
        this.items = items;
        this.whole = whole;
        this.info = info;
    }

    /**
     * Reads a page.
     *
     * @throws peel.error.BadUserInputException if a cursor of the request is not one of this list in this order
     */
    public static <T> Page<T> of(Selection<T> selection, OrderKey<T> order, PageRequest request) {
        List<Object> after = decoded(request.after(), order);
        List<Object> before = decoded(request.before(), order);
        Integer first = request.first();
        Integer last = request.last();
        boolean forwards = first != null;
        int size = first != null ? first : Objects.requireNonNull(last);
        // One row more than requested shows whether there is a further page.
        List<T> rows = selection.list(order, forwards, forwards ? after : before, forwards ? before : after, size + 1);
        boolean more = rows.size() > size;
        List<T> items = more ? rows.subList(0, size) : rows;
        if (!forwards) {
            items = new ArrayList<>(items);
            Collections.reverse(items);
        }
        boolean cut = first != null && last != null && items.size() > last;
        if (cut) {
            items = items.subList(items.size() - Objects.requireNonNull(last), items.size());
        }
        PageInfo info = new PageInfo(
                forwards && more ? () -> true : existsFrom(selection, order, true, before),
                cut || !forwards && more ? () -> true : existsFrom(selection, order, false, after),
                items.isEmpty() ? null : Cursor.encode(order, items.get(0)),
                items.isEmpty() ? null : Cursor.encode(order, items.get(items.size() - 1)));
        boolean whole = after == null && before == null && !more && !cut;
        return new Page<>(selection, order, items, whole, info);
    }

    private static @Nullable List<Object> decoded(@Nullable String cursor, OrderKey<?> order) {
        return cursor == null ? null : Cursor.decode(cursor, order);
    }

    /** Whether the list has an item at a cursor or beyond it. Costs a statement, and only if somebody asks. */
    private static <T> BooleanSupplier existsFrom(
            Selection<T> selection, OrderKey<T> order, boolean forwards, @Nullable List<Object> cursor) {
        return cursor == null ? () -> false : () -> selection.existsFrom(order, forwards, cursor);
    }

    /** The items in the order of the list, also if the page was read backwards. */
    public List<T> items() {
        return items;
    }

    public PageInfo info() {
        return info;
    }

    /** The number of items in the whole list, counted by a statement of its own unless the page says it. */
    public int total() {
        return whole ? items.size() : Math.toIntExact(selection.count(items));
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
