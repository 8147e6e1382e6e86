package peel.paging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A connection in the sense of Relay. Each list has a subclass, because SmallRye GraphQL would name the types of
 * generic classes {@code Connection_Force} and {@code Edge_Force}.
 *
 * @param <T> the type of the items
 * @param <E> the type of the edges
 */
// Quarkus registers the subclasses only, and these inherit their getters.
@RegisterForReflection
public abstract class Connection<T, E extends Edge<T>> {

    private final Page<T> page;
    private final BiFunction<String, T, E> edge;

    /**
     * A connection for a page.
     *
     * @param edge makes an edge of a cursor and an item
     */
    protected Connection(Page<T> page, BiFunction<String, T, E> edge) {
        this.page = page;
        this.edge = edge;
    }

    @NonNull @Description("Items on this page with their cursors.")
    public List<@NonNull E> getEdges() {
        return page.edges(edge);
    }

    @NonNull @Description("Items on this page.")
    public List<@NonNull T> getNodes() {
        return page.items();
    }

    @NonNull @Description("Position of this page in the list.")
    public PageInfo getPageInfo() {
        return page.info();
    }

    @Description("Total number of items across all pages. Computed only when selected.")
    public int getTotalCount() {
        return page.total();
    }
}
