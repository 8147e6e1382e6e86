package peel.change;

import org.eclipse.microprofile.graphql.Description;
import peel.paging.Connection;
import peel.paging.Edge;
import peel.paging.Page;

@Description("A page of changes.")
public final class DatasetChangeConnection
        extends Connection<DatasetChange, DatasetChangeConnection.DatasetChangeEdge> {

    DatasetChangeConnection(Page<DatasetChange> page) {
        super(page, DatasetChangeEdge::new);
    }

    @Description("A change with its cursor.")
    public static final class DatasetChangeEdge extends Edge<DatasetChange> {

        private DatasetChangeEdge(String cursor, DatasetChange node) {
            super(cursor, node);
        }
    }
}
