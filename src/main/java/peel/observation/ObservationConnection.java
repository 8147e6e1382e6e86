package peel.observation;

import org.eclipse.microprofile.graphql.Description;
import peel.paging.Connection;
import peel.paging.Edge;
import peel.paging.Page;

@Description("A page of observations.")
public final class ObservationConnection extends Connection<Observation, ObservationConnection.ObservationEdge> {

    @SuppressWarnings("unchecked") // All entities below StoredObservation are observations.
    ObservationConnection(Page<StoredObservation> page) {
        super((Page<Observation>) (Page<?>) page, ObservationEdge::new);
    }

    @Description("An observation with its cursor.")
    public static final class ObservationEdge extends Edge<Observation> {

        private ObservationEdge(String cursor, Observation node) {
            super(cursor, node);
        }
    }
}
