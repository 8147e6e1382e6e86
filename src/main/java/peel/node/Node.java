package peel.node;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Relay's {@code Node}: anything that can be fetched again by its id. */
@Description("Anything that can be fetched again by its id.")
public interface Node {

    /**
     * Opaque, unique over all types, made from the natural key: the same fact has the same id after
     * every import.
     */
    @Id
    @NonNull @Description("Opaque and unique over all types; the same fact keeps its id through every import.")
    String getId();
}
