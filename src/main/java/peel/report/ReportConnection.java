package peel.report;

import org.eclipse.microprofile.graphql.Description;
import peel.paging.Connection;
import peel.paging.Edge;
import peel.paging.Page;

@Description("A page of reports.")
public final class ReportConnection extends Connection<Report, ReportConnection.ReportEdge> {

    ReportConnection(Page<Report> page) {
        super(page, ReportEdge::new);
    }

    @Description("A report with its cursor.")
    public static final class ReportEdge extends Edge<Report> {

        private ReportEdge(String cursor, Report node) {
            super(cursor, node);
        }
    }
}
