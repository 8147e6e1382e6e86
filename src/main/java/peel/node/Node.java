package peel.node;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Relay's {@code Node}. */
@Description("Object that can be fetched again by its ID.")
public interface Node {

    /** Describes {@link #getId()} of every type: SmallRye does not take descriptions over from the interface. */
    String ID_DESCRIPTION =
            "Opaque ID, unique across all types; pass it to `node` to fetch the object again. Stays the same across imports.";

    /** The ID, which {@link NodeId} makes from the natural key. */
    @Id
    @NonNull @Description(ID_DESCRIPTION)
    String getId();
}
