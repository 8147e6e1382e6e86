package peel.force;

import org.eclipse.microprofile.graphql.Description;
import peel.paging.Connection;
import peel.paging.Edge;
import peel.paging.Page;

@Description("A page of forces.")
public final class ForceConnection extends Connection<Force, ForceConnection.ForceEdge> {

    ForceConnection(Page<Force> page) {
        super(page, ForceEdge::new);
    }

    @Description("A force with its cursor.")
    public static final class ForceEdge extends Edge<Force> {

        private ForceEdge(String cursor, Force node) {
            super(cursor, node);
        }
    }
}
