package peel.search;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.paging.Page;
import peel.paging.PageInfo;

/** A page of what was found. */
@Description("A page of what was found.")
public class SearchConnection {

    private final Page<SearchHit> page;

    public SearchConnection(Page<SearchHit> page) {
        this.page = page;
    }

    /** The items with their cursors. */
    @NonNull @Description("The items with their cursors.")
    public List<@NonNull SearchEdge> getEdges() {
        return page.edges(SearchEdge::new);
    }

    /** The items. */
    @NonNull @Description("The items.")
    public List<@NonNull SearchHit> getNodes() {
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
