package peel.dataset;

import org.eclipse.microprofile.graphql.Description;
import peel.paging.Connection;
import peel.paging.Edge;
import peel.paging.Page;

@Description("A page of states of the data.")
public final class DatasetRevisionConnection
        extends Connection<DatasetRevision, DatasetRevisionConnection.DatasetRevisionEdge> {

    DatasetRevisionConnection(Page<DatasetRevision> page) {
        super(page, DatasetRevisionEdge::new);
    }

    @Description("A state of the data with its cursor.")
    public static final class DatasetRevisionEdge extends Edge<DatasetRevision> {

        private DatasetRevisionEdge(String cursor, DatasetRevision node) {
            super(cursor, node);
        }
    }
}
