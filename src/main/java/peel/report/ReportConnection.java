package peel.report;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import peel.paging.Page;
import peel.paging.PageInfo;

/** A page of reports. */
@Description("A page of reports.")
public class ReportConnection {

    private final Page<Report> page;

    public ReportConnection(Page<Report> page) {
        this.page = page;
    }

    /** The items with their cursors. */
    @NonNull @Description("The items with their cursors.")
    public List<@NonNull ReportEdge> getEdges() {
        return page.edges(ReportEdge::new);
    }

    /** The items. */
    @NonNull @Description("The items.")
    public List<@NonNull Report> getNodes() {
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
