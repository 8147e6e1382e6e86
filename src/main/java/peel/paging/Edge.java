package peel.paging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * An edge in the sense of Relay.
 *
 * @param <T> the type of the item
 */
// Quarkus registers the subclasses only, and these inherit their fields.
@RegisterForReflection
public abstract class Edge<T> {

    @NonNull @Description("Opaque cursor of the item, to be passed as `after` or `before`.")
    public final String cursor;

    @NonNull @Description("The item.")
    public final T node;

    protected Edge(String cursor, T node) {
        this.cursor = cursor;
        this.node = node;
    }
}
