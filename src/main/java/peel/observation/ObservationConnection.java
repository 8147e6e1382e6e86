package peel.observation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.paging.Page;
import peel.paging.PageInfo;

/** A page of observations. */
@Description("A page of observations.")
public class ObservationConnection {

    private final Page<StoredObservation> page;

    public ObservationConnection(Page<StoredObservation> page) {
        this.page = page;
    }

    /** The items with their cursors. */
    @NonNull @Description("The items with their cursors.")
    public List<@NonNull ObservationEdge> getEdges() {
        return page.edges((cursor, row) -> new ObservationEdge(cursor, (Observation) row));
    }

    /** The items. */
    @NonNull @Description("The items.")
    public List<@NonNull Observation> getNodes() {
        return page.items().stream().map(Observation.class::cast).toList();
    }

    /** Where the page stands. */
    @NonNull @Description("Where the page stands in the list.")
    public PageInfo getPageInfo() {
        return page.info();
    }

    /** How many there are on all pages together, counted when asked for. */
    @Description("How many there are on all pages together; counted only when asked for.")
    public int getTotalCount() {
        return page.total();
    }
}
