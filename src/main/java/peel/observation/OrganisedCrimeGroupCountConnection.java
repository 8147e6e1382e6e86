package peel.observation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.paging.Page;
import peel.paging.PageInfo;

/** A page of organised crime group counts. */
@Description("A page of organised crime group counts.")
public class OrganisedCrimeGroupCountConnection {

    private final Page<OrganisedCrimeGroupCount> page;

    public OrganisedCrimeGroupCountConnection(Page<OrganisedCrimeGroupCount> page) {
        this.page = page;
    }

    /** The items with their cursors. */
    @NonNull @Description("The items with their cursors.")
    public List<@NonNull OrganisedCrimeGroupCountEdge> getEdges() {
        return page.edges(OrganisedCrimeGroupCountEdge::new);
    }

    /** The items. */
    @NonNull @Description("The items.")
    public List<@NonNull OrganisedCrimeGroupCount> getNodes() {
        return page.items();
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
