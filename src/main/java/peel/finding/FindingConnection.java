package peel.finding;

import org.eclipse.microprofile.graphql.Description;
import peel.paging.Connection;
import peel.paging.Edge;
import peel.paging.Page;

@Description("A page of findings.")
public final class FindingConnection extends Connection<Finding, FindingConnection.FindingEdge> {

    FindingConnection(Page<Finding> page) {
        super(page, FindingEdge::new);
    }

    @Description("A finding with its cursor.")
    public static final class FindingEdge extends Edge<Finding> {

        private FindingEdge(String cursor, Finding node) {
            super(cursor, node);
        }
    }
}
